import type { DraftView } from '../../drafts/draft-view.ts'
import type { BlockKind } from '../../reading/document.ts'
import type { TypedCorrection } from '../forms/correction-form.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import { pageWords } from './words.ts'

export interface BlocksPage {
  readonly draftId: string
  readonly revision: number
  readonly page: number
  readonly total: number
  readonly rows: readonly BlockRow[]
  readonly pages: PageLinks
}

/** A block of the text with what its form needs. `number`: its place, from 1. */
export interface BlockRow {
  readonly number: number
  readonly start: number
  readonly kind: string
  /** "p. 12", '' where the format has no pages. */
  readonly page: string
  readonly words: string
  readonly isNote: boolean
  /** Where the next block begins, null where it cannot be joined to this one. */
  readonly next: number | null
  /** The sentences that a second block could begin with. */
  readonly sentences: readonly { readonly start: number; readonly words: string }[]
  readonly typed: TypedCorrection | null
}

export const BLOCKS_PER_PAGE = 50
/** Code units of a block, and of a sentence in a choice, that are shown. */
const SHOWN = 400
const SENTENCE = 80
/** Sentences of one block that can be chosen. */
const MOST_SENTENCES = 60

const KINDS: Readonly<Record<BlockKind, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  'list-item': 'list item',
  quotation: 'quotation',
  caption: 'caption',
  'table-cell': 'table cell',
  note: 'note',
}

export const blocksAddress = (reportId: string, page: number): string =>
  `/reports/${encodeURIComponent(reportId)}/reading/blocks${page > 1 ? `?page=${page}` : ''}`

/** The page of the list that a place of the text is on. */
export function pageOfBlock({ blocks }: DraftView, at: number): number {
  const index = blocks.findLastIndex(({ start }) => start <= at)
  return Math.floor(Math.max(0, index) / BLOCKS_PER_PAGE) + 1
}

export function blocksPage(draft: DraftView, page: number, typed: TypedCorrection | null): BlocksPage {
  const total = draft.blocks.length
  const from = (page - 1) * BLOCKS_PER_PAGE
  const rows = draft.blocks
    .slice(from, from + BLOCKS_PER_PAGE)
    .map((_, i) => blockRow(draft, from + i, typed))
  return {
    draftId: draft.id,
    revision: draft.reading.revision,
    page,
    total,
    rows,
    pages: pageLinks({ page, perPage: BLOCKS_PER_PAGE, total }, (to) => blocksAddress(draft.reportId, to)),
  }
}

function blockRow(draft: DraftView, index: number, typed: TypedCorrection | null): BlockRow {
  const block = draft.blocks[index]
  if (block === undefined) throw new RangeError(`There is no block ${index}`)
  const next = draft.blocks[index + 1]
  const { start, end, kind, page } = block
  return {
    number: index + 1,
    start,
    kind: KINDS[kind],
    page: pageWords(page ?? null),
    words: cut(draft.text.slice(start, end), SHOWN),
    isNote: kind === 'note',
    next: kind === 'note' || next === undefined || next.kind === 'note' ? null : next.start,
    sentences: draft.sentences
      .filter((sentence) => sentence.start > start && sentence.start < end)
      .slice(0, MOST_SENTENCES)
      .map((sentence) => ({
        start: sentence.start,
        words: cut(draft.text.slice(sentence.start, sentence.end), SENTENCE),
      })),
    typed: typed?.about === start ? typed : null,
  }
}

const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).trimEnd()}…`
