import type { DeskClaim } from './desk-rows.ts'
import { statusClass, statusWords } from './words.ts'

/** What the panel says of the claim that was ruled on a moment ago, with what its undo needs. */
export interface RuledNotice {
  readonly number: number
  readonly id: string
  readonly version: number
  readonly word: string
  readonly className: string
}

/** Null when no such claim was named, or nothing stands on it. */
export function ruledNotice(claims: readonly DeskClaim[], claimNumber: number | null): RuledNotice | null {
  const claim = claims.find(({ number }) => number === claimNumber)
  if (claim === undefined || claim.status === 'unreviewed') return null
  const { number, id, version, status } = claim
  return { number, id, version, word: statusWords[status], className: statusClass[status] }
}
