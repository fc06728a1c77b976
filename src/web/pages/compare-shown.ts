import type { ComparedClaim } from '../../drafts/compare-drafts.ts'
import { type Comparable, Marked } from '../../reading/compare/passages.ts'
import type { Span } from '../../text/span.ts'
import type { ComparedRow, RowState } from './compare-rows.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'
import { outcomeWords, statusClass, statusWords } from './words.ts'

export interface ClaimChip {
  readonly id: string
  readonly number: number
  readonly className: string
  readonly words: string
}

export type ShownRow =
  | { readonly kind: 'fold'; readonly count: number; readonly claims: number; readonly href: string }
  | {
      readonly kind: 'passage'
      readonly id: string
      readonly state: RowState
      readonly words: string
      readonly old: readonly DiffPiece[] | null
      readonly new: readonly DiffPiece[] | null
      readonly notes: readonly NoteDiff[]
      readonly claims: readonly ClaimChip[]
      /** Where the other place of a moved passage is shown. */
      readonly other: string | null
    }

export interface NoteDiff {
  readonly words: string
  readonly diff: readonly DiffPiece[]
}

/** Unchanged passages shown before and after a change. */
const CONTEXT = 1

const STATE_WORDS: Readonly<Record<RowState, string>> = {
  unchanged: 'as it stood',
  moved: 'moved here',
  'moved away': 'moved',
  edited: 'edited',
  deleted: 'not found: cut or moved?',
  added: 'new',
}

export type Folded =
  | { readonly row: ComparedRow; readonly at: number }
  | { readonly fold: readonly ComparedRow[]; readonly at: number }

/** Runs of unchanged passages as one line each, but for those that stand right beside a change. */
export function foldedRows(rows: readonly ComparedRow[], open: number | null): Folded[] {
  const shown: Folded[] = []
  for (let at = 0; at < rows.length;) {
    let end = at
    while (end < rows.length && rows[end]?.state === 'unchanged') end++
    if (end === at) {
      const row = rows[at]
      if (row !== undefined) shown.push({ row, at })
      at++
      continue
    }
    const [from, to] = [at === 0 ? at : at + CONTEXT, end === rows.length ? end : end - CONTEXT]
    rows.slice(at, end).forEach((row, i) => {
      const index = at + i
      const inside = index >= from && index < to && to - from > 2 && from !== open
      if (!inside) shown.push({ row, at: index })
      else if (index === from) shown.push({ fold: rows.slice(from, to), at: from })
    })
    at = end
  }
  return shown
}

/** Ids of the rows on which moved passages stand, by where they stand in the later draft: the old place, and the new. */
export function placesOfMoved(rows: readonly Folded[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((one): [string, string][] =>
      'row' in one && one.row.new !== null && ['moved', 'moved away'].includes(one.row.state)
        ? [[`${one.row.state} ${one.row.new.start}`, `r${one.at}`]]
        : [],
    ),
  )
}

export function shownRow(
  one: Folded,
  sides: { readonly old: SideText; readonly new: SideText },
  placed: ReadonlyMap<string, string>,
  address: string,
): ShownRow {
  if ('fold' in one)
    return {
      kind: 'fold',
      count: one.fold.length,
      claims: one.fold.reduce((sum, { claims }) => sum + claims.length, 0),
      href: `${address}&open=${one.at}#r${one.at}`,
    }
  const { row, at } = one
  const away = row.state === 'moved away'
  const diff =
    row.old !== null && row.new !== null ? wordDiff(sides.old.words(row.old), sides.new.words(row.new)) : null
  const whole = (side: SideText, span: Span): readonly DiffPiece[] => [
    { kind: 'same', words: side.words(span) },
  ]
  const other = row.new === null ? undefined : placed.get(`${away ? 'moved' : 'moved away'} ${row.new.start}`)
  return {
    kind: 'passage',
    id: `r${at}`,
    state: row.state,
    words: [STATE_WORDS[row.state], ...row.changes].join(', '),
    old: row.old === null ? null : (diff?.filter(({ kind }) => kind !== 'in') ?? whole(sides.old, row.old)),
    new:
      row.new === null || away
        ? null
        : (diff?.filter(({ kind }) => kind !== 'out') ?? whole(sides.new, row.new)),
    notes:
      row.old !== null && row.new !== null && row.changes.includes('note')
        ? notesBetween(sides.old.notes(row.old), sides.new.notes(row.new))
        : [],
    claims: row.claims.map(chipOf),
    other: other === undefined ? null : `#${other}`,
  }
}

interface Called {
  readonly label: string
  readonly words: string | null
}

function notesBetween(olds: readonly Called[], news: readonly Called[]): NoteDiff[] {
  const count = Math.max(olds.length, news.length)
  return Array.from({ length: count }, (_, i): NoteDiff => {
    const [old, next] = [olds[i], news[i]]
    const label = next?.label ?? old?.label ?? ''
    const words =
      next === undefined
        ? `note ${label} is no longer called`
        : old === undefined
          ? `note ${label} is called now`
          : next.words === null
            ? `note ${label} is missing`
            : `note ${label}`
    return { words, diff: wordDiff(old?.words ?? '', next?.words ?? '') }
  }).filter(({ diff }) => diff.some(({ kind }) => kind !== 'same'))
}

/** The words of a draft as they are compared: without markers. */
export class SideText {
  private readonly marked: Marked

  constructor(private readonly read: Comparable) {
    this.marked = new Marked(read)
  }

  words(span: Span): string {
    return this.marked.wordsOf(span)
  }

  notes(span: Span): Called[] {
    return this.marked.within(span).map(({ label, note }) => {
      const body = note === null ? undefined : this.read.notes[note]
      return { label, words: body === undefined ? null : this.read.text.slice(body.start, body.end) }
    })
  }
}

export const chipOf = (claim: Omit<ComparedClaim, 'old' | 'new' | 'quote'>): ClaimChip => ({
  id: claim.id,
  number: claim.number,
  className: statusClass[claim.status] + (claim.stale ? ' is-stale' : ''),
  words: [
    statusWords[claim.status],
    ...(claim.stale ? ['reworded since checked'] : []),
    ...(claim.outcome === null || claim.outcome === 'stands' ? [] : [outcomeWords[claim.outcome]]),
  ].join(', '),
})
