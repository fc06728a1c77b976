import type { DraftView } from '../../drafts/draft-view.ts'
import type { Warning } from '../../reading/document.ts'
import { byRule, headingOfRule } from '../../reading/rule-headings.ts'

/** What a reading says of itself. */
export interface ReadingPage {
  /** `kinds`: what the count is made of, '' where that is one thing. */
  readonly counts: readonly { readonly words: string; readonly count: number; readonly kinds: string }[]
  readonly losses: readonly LossGroup[]
}

/** All warnings of one rule. `heading`: the rule in words. */
export interface LossGroup {
  readonly rule: string
  readonly heading: string
  readonly places: readonly Loss[]
  /** How many more there are than are shown. */
  readonly more: number
}

/** `before`, `words`, `after`: the place in the text, '' where the loss has none. */
export interface Loss {
  readonly message: string
  readonly before: string
  readonly words: string
  readonly after: string
  /** The place on the desk. */
  readonly href: string | null
  /** A correction has mended it since. */
  readonly mended: boolean
}

/** Warnings of one rule that are shown one by one. */
const SHOWN = 100
/** Code units of text shown on either side of a place, and at most of the place itself. */
const AROUND = 50
const LONGEST_PLACE = 160

/** `citations`, `pages` and the like only where there are some. */
export function readingPage(draft: DraftView): ReadingPage {
  const { counts } = draft
  const kinds = Object.entries(counts.notesByKind).map(
    ([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`,
  )
  return {
    counts: [
      ...(counts.pages === 0 ? [] : [{ words: 'pages', count: counts.pages, kinds: '' }]),
      { words: 'blocks', count: counts.blocks, kinds: '' },
      { words: 'markers', count: counts.markers, kinds: '' },
      { words: 'notes', count: counts.notes, kinds: kinds.join(', ') },
      { words: 'citations', count: counts.citations, kinds: '' },
      { words: 'sentences', count: counts.sentences, kinds: '' },
      { words: 'claims', count: counts.claims, kinds: '' },
    ],
    losses: groupsOf(draft),
  }
}

function groupsOf(draft: DraftView): LossGroup[] {
  return [...byRule(draft.warnings)].map(([rule, all]) => ({
    rule,
    heading: headingOfRule(rule),
    places: all.slice(0, SHOWN).map((warning) => lossAt(draft, warning)),
    more: Math.max(0, all.length - SHOWN),
  }))
}

/** Whether the marker that stands there has a note by now. */
const hasNote = ({ markers }: DraftView, at: number): boolean =>
  markers.some(({ start, note }) => start === at && note !== null)

/** The desk at the block that a place stands in, or that stands last before it. */
function deskAt({ reportId, blocks }: DraftView, at: number): string {
  const index = blocks.findLastIndex(({ start }) => start <= at)
  return `/reports/${encodeURIComponent(reportId)}/desk#${index < 0 ? 'text' : `b${index}`}`
}

function lossAt(draft: DraftView, { rule, message, start, end }: Warning): Loss {
  if (start === undefined || end === undefined)
    return { message, before: '', words: '', after: '', href: null, mended: false }
  const { text } = draft
  const shown = Math.min(end, start + LONGEST_PLACE)
  return {
    message,
    before: text.slice(Math.max(0, start - AROUND), start).replace(/^[^\n]*\n\s*/, ''),
    words: text.slice(start, shown) + (shown < end ? '…' : ''),
    after: text.slice(end, end + AROUND).split('\n')[0] ?? '',
    href: deskAt(draft, start),
    mended: rule === 'note-missing' && hasNote(draft, start),
  }
}
