import type { ClaimView } from '../../claims/claim-view.ts'
import { statuses, type Status } from '../../claims/vocabulary.ts'
import type { ClaimTurn } from '../../drafts/then/compare-claims.ts'
import type { ClaimCounts } from '../../drafts/report-view.ts'
import { describeEvent } from '../../history/describe-event.ts'
import type { HistoryEvent } from '../../history/list-events.ts'
import { groupBy } from '../../text/group-by.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { wordDiff, type DiffPiece } from './word-diff.ts'
import { setAsideWords, statusClass, statusWords } from './words.ts'

/** What became of one claim between two times. */
export interface TurnRow {
  readonly number: number
  readonly href: string
  readonly from: StatusWords | null
  readonly to: StatusWords | null
  /** "outcome: stands → cut" */
  readonly changes: readonly string[]
  /** Its words: one stretch where they are the same. */
  readonly words: readonly DiffPiece[]
  readonly happened: readonly { readonly sentence: string; readonly at: TimeWords }[]
}

interface StatusWords {
  readonly words: string
  readonly className: string
}

export interface ComparePage {
  /** "7 of 86 claims stand otherwise: 2 new words, 1 not found" */
  readonly words: string
  readonly counts: readonly {
    readonly words: string
    readonly className: string
    readonly from: number
    readonly to: number
  }[]
  readonly rows: readonly TurnRow[]
}

/** How two standings of a report differ. `events`: what happened between them, oldest first. */
export function comparePage(
  turns: readonly ClaimTurn[],
  counts: { readonly from: ClaimCounts; readonly to: ClaimCounts },
  events: readonly HistoryEvent[],
): ComparePage {
  const about = groupBy(events, ({ claimId }) => claimId ?? '')
  return {
    words: inWords(turns, counts.to.total),
    counts: [
      ...statuses.map((status) => ({
        words: statusWords[status],
        className: `status ${statusClass[status]}`,
        from: counts.from[status],
        to: counts.to[status],
      })),
      ...(['stale', 'settled', 'total'] as const).map((count) => ({
        words: COUNTED[count],
        className: '',
        from: counts.from[count],
        to: counts.to[count],
      })),
    ],
    rows: turns.map((turn) => rowOf(turn, about.get(turn.after?.id ?? turn.before?.id ?? '') ?? [])),
  }
}

const COUNTED = { stale: 'reworded since checked', settled: 'settled', total: 'all claims' }

const rowOf = (turn: ClaimTurn, events: readonly HistoryEvent[]): TurnRow => ({
  number: turn.number,
  href: `/claims/${turn.after?.id ?? turn.before?.id ?? ''}`,
  from: turn.before === null ? null : statusOf(turn.before),
  to: turn.after === null ? null : statusOf(turn.after),
  changes: changesOf(turn),
  words: wordsOf(turn),
  happened: events.map((event) => ({
    sentence: describeEvent(event),
    at: timeWords(new Date(event.at)),
  })),
})

const statusOf = ({ status, stale }: ClaimView): StatusWords => ({
  words: statusWords[status as Status],
  className: `${statusClass[status as Status]}${stale ? ' is-stale' : ''}`,
})

function wordsOf({ before, after }: ClaimTurn): readonly DiffPiece[] {
  const now = after ?? before
  if (before === null || after === null || before.quote === after.quote)
    return [{ kind: 'same', words: now?.quote ?? '' }]
  return wordDiff(before.quote, after.quote)
}

function changesOf({ before, after, changed }: ClaimTurn): string[] {
  if (before === null) return ['a new claim']
  if (after === null) return ['was no claim of it any more']
  const turned = (from: string, to: string): string => `${from} → ${to}`
  const said: Partial<Record<(typeof changed)[number], () => string>> = {
    stale: () => (after.stale ? 'reworded since checked' : 'no longer stale'),
    differs: () => (after.differs ? 'checkers differ' : 'checkers agree'),
    outcome: () => `outcome: ${turned(before.outcome ?? 'none', after.outcome ?? 'none')}`,
    settled: () => (after.settled ? 'settled' : 'no longer settled'),
    risk: () => `risk: ${turned(before.risk, after.risk)}`,
    setAside: () =>
      after.setAside === null
        ? 'a claim to settle again'
        : `set aside: ${setAsideWords[after.setAside] ?? after.setAside}`,
    rechecks: () => (after.rechecks > 0 ? 'to check again' : 'checked again'),
    objections: () => `open objections: ${turned(String(before.objections), String(after.objections))}`,
    words: () => 'other words',
    place: () => (after.start === null ? 'not found: cut or moved?' : 'found again'),
  }
  return changed.flatMap((field) => said[field]?.() ?? [])
}

function inWords(turns: readonly ClaimTurn[], total: number): string {
  if (turns.length === 0) return `All ${total} claims stand as they stood.`
  const having = (field: ClaimTurn['changed'][number]): number =>
    turns.filter(({ changed }) => changed.includes(field)).length
  const fresh = turns.filter(({ before }) => before === null).length
  const lost = turns.filter(({ before, after }) => before?.start !== null && after?.start === null).length
  const counted = [
    [fresh, 'new'],
    [having('words'), 'with other words'],
    [lost, 'not found'],
    [having('status'), 'of another status'],
  ] as const
  const parts = counted.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return `${turns.length} of ${total} claims ${turns.length === 1 ? 'stands' : 'stand'} otherwise${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`
}
