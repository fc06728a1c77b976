import type { ClaimView } from '../../claims/claim-view.ts'

/** A claim that stands otherwise than it did. Null: it was not there, or is not any more. */
export interface ClaimTurn {
  readonly number: number
  readonly before: ClaimView | null
  readonly after: ClaimView | null
  /** What is otherwise. */
  readonly changed: readonly TurnedField[]
}

const FIELDS = [
  'status',
  'stale',
  'differs',
  'outcome',
  'settled',
  'risk',
  'setAside',
  'rechecks',
  'objections',
] as const

export type TurnedField = (typeof FIELDS)[number] | 'words' | 'place' | 'new'

/** The claims of a report that stand otherwise at one time than at another, in the order of the later one's text. */
export function compareClaims(before: readonly ClaimView[], after: readonly ClaimView[]): ClaimTurn[] {
  const stood = new Map(before.map((claim) => [claim.number, claim]))
  const stands = new Set(after.map(({ number }) => number))
  const turns = after.map((claim) => turnOf(stood.get(claim.number) ?? null, claim))
  const gone = before.filter(({ number }) => !stands.has(number)).map((claim) => turnOf(claim, null))
  return [...turns, ...gone].filter(({ changed }) => changed.length > 0)
}

function turnOf(before: ClaimView | null, after: ClaimView | null): ClaimTurn {
  const number = after?.number ?? before?.number ?? 0
  if (before === null || after === null) return { number, before, after, changed: ['new'] }
  const changed: TurnedField[] = FIELDS.filter((field) => before[field] !== after[field])
  if (before.quote !== after.quote) changed.push('words')
  if ((before.start === null) !== (after.start === null)) changed.push('place')
  return { number, before, after, changed }
}
