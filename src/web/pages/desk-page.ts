import type { Status } from '../../claims/vocabulary.ts'
import type { ClaimPanel } from './claim-panel.ts'
import { deskFilterQuery, filterOn, isFiltering, type DeskFilter } from './desk-filter.ts'
import type { DeskClaim, DeskDraft, DeskMarker } from './desk-rows.ts'
import { galleyRows } from './galley.ts'
import { outlineOf, type OutlineItem } from './outline.ts'
import type { SectionPeople } from './section-people.ts'
import { progressOf, type Progress } from './progress.ts'
import type { TextClaim, TextMarker } from '../../claims/text-in-html/span-elements.ts'
import { textWithSpans } from '../../claims/text-in-html/text-with-spans.ts'
import { statusClass } from './words.ts'

/** What the desk prints round the claim at hand. */
export interface DeskFrame {
  readonly reportId: string
  readonly title: string
  readonly draftNumber: number
  readonly sample: boolean
  readonly language: string
  readonly outline: readonly OutlineItem[]
  readonly progress: Progress
  readonly filter: FilterView
  /** Every claim's present state for the script: `12d` disputed, `12D` stale; `.` settled, `!` checkers differ, `-` filtered out. */
  readonly states: string
}

export interface FilterView {
  readonly status: string
  readonly level: string
  readonly missing: boolean
  readonly risk: string
  readonly group: string
  /** The names of the report's groups. */
  readonly groups: readonly string[]
  readonly words: string
  readonly active: boolean
  readonly shown: number
}

export interface DeskPage extends DeskFrame {
  readonly textHtml: string
  readonly galleyRows: string
  readonly panel: ClaimPanel | null
}

export interface DeskInput {
  readonly draft: DeskDraft
  /** In order of their place; orphans last. */
  readonly claims: readonly DeskClaim[]
  /** Claims that are none of the claims to settle: the text shows only the one at hand. */
  readonly aside: readonly DeskClaim[]
  readonly filter: DeskFilter
  /** Who works on which section, by where it starts. */
  readonly people: ReadonlyMap<number, SectionPeople>
}

/**
 * The address of a claim on its report's desk: always names the claim. `ruled`: the claim that was just ruled on, which the
 * page offers to undo. With its fragment it leads to the claim in the text, and on a small screen opens it.
 */
export function deskAddress(
  reportId: string,
  filter: DeskFilter,
  claimNumber: number,
  ruled?: number,
): string {
  const after = ruled === undefined ? '' : `&ruled=${ruled}`
  const query = `${filterPrefix(filter)}claim=${claimNumber}${after}`
  return `/reports/${encodeURIComponent(reportId)}/desk?${query}#c${claimNumber}`
}

/** The filter as the beginning of a query string that goes on. */
function filterPrefix(filter: DeskFilter): string {
  const query = deskFilterQuery(filter)
  return query === '' ? '' : `${query}&`
}

export function deskFrame({ draft, claims, filter, people }: DeskInput): DeskFrame {
  const shown = filterOn(draft.text, filter)
  return {
    reportId: draft.reportId,
    title: draft.title,
    draftNumber: draft.draftNumber,
    sample: draft.sample,
    language: draft.language,
    outline: outlineOf(draft, claims, people),
    progress: progressOf(claims),
    filter: filterView(filter, claims, claims.filter(shown).length),
    states: claims.map((claim) => stateOf(claim, shown(claim))).join(' '),
  }
}

/** The whole desk with one claim at hand (none where the report has none). */
export function deskPage(
  input: DeskInput,
  markers: readonly DeskMarker[],
  panel: ClaimPanel | null,
): DeskPage {
  const { draft, claims, filter } = input
  const shown = filterOn(draft.text, filter)
  const query = filterPrefix(filter)
  const atHandAside = input.aside.filter(({ number }) => number === panel?.number)
  return {
    ...deskFrame(input),
    textHtml: textWithSpans({
      text: draft.text,
      blocks: draft.blocks,
      claims: [...claims, ...atHandAside].flatMap((claim) =>
        textClaim(claim, shown(claim), claim.number === panel?.number),
      ),
      markers: textMarkers(draft, markers),
      addressOf: (claimNumber) => `?${query}claim=${claimNumber}#c${claimNumber}`,
    }),
    galleyRows: galleyRows(draft.text, claims),
    panel,
  }
}

function filterView(filter: DeskFilter, claims: readonly DeskClaim[], shown: number): FilterView {
  return {
    status: filter.status ?? '',
    level: filter.level ?? '',
    missing: filter.missing === true,
    risk: filter.risk ?? '',
    group: filter.group ?? '',
    groups: [...new Set(claims.flatMap(({ groupName }) => groupName ?? []))].toSorted(),
    words: filter.words ?? '',
    active: isFiltering(filter),
    shown,
  }
}

const LETTERS: Readonly<Record<Status, string>> = {
  substantiated: 's',
  unsubstantiated: 'u',
  disputed: 'd',
  unreviewed: 'n',
}

function stateOf({ number, status, stale, settled, differs }: DeskClaim, shown: boolean): string {
  const letter = stale ? LETTERS[status].toUpperCase() : LETTERS[status]
  return `${number}${letter}${settled ? '.' : ''}${differs ? '!' : ''}${shown ? '' : '-'}`
}

/** The claim as the text shows it; nothing for an orphan. */
export function textClaim(claim: DeskClaim, shown: boolean, atHand: boolean): TextClaim[] {
  const { number, start, end, status, stale, differs } = claim
  if (start === null || end === null) return []
  const name = statusClass[status]
  const classes = [
    name,
    ...(stale ? ['is-stale'] : []),
    ...(differs ? ['differs'] : []),
    ...(shown ? [] : ['out']),
    ...(atHand ? ['here'] : []),
  ]
  return [
    { number, start, end, atHand, classes: classes.join(' '), describedBy: stale ? `${name}-stale` : name },
  ]
}

/** How much of a note a marker's title quotes, in UTF-16 code units. */
const NOTE_QUOTED = 240

/** The markers as the text shows them: each leads to its note's block. */
export function textMarkers(
  { text, blocks }: Pick<DeskDraft, 'text' | 'blocks'>,
  markers: readonly DeskMarker[],
): TextMarker[] {
  const blockAt = new Map(
    blocks.flatMap((block, index) => (block.kind === 'note' ? [[block.start, index] as const] : [])),
  )
  return markers.map(({ start, end, label, note }) => {
    if (note === null) return { start, end, href: null, title: `Note ${label} is missing.` }
    const block = blockAt.get(note.start)
    const words = text.slice(note.start, Math.min(note.end, note.start + NOTE_QUOTED)).trim()
    const cut = note.end - note.start > NOTE_QUOTED ? '…' : ''
    return {
      start,
      end,
      href: block === undefined ? '#notes' : `#b${block}`,
      title: `Note ${label}: ${words}${cut}`,
    }
  })
}
