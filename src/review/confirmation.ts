import type { GivenVerdict } from '../claims/ruled.ts'
import { openOutcomes, type Outcome } from '../claims/vocabulary.ts'
import { isWordingOnly, type Rewording } from '../reading/compare/rewording.ts'
import { newestPerChecker, standingVerdicts } from './settlement.ts'

/** The most claims that one list confirms. */
export const MOST_CONFIRMED = 500

/** A claim as far as its verdict on other words can be said to hold. `hidden`: what others ruled on it is kept from the reader. */
export interface ToConfirm<V extends GivenVerdict> {
  readonly wordingKey: string
  readonly stale: boolean
  readonly hidden: boolean
  readonly verdicts: readonly V[]
}

/**
 * The verdict on earlier words that somebody can give anew on the present ones: their own, or else, where the claim is stale and
 * checkers agreed on it, the newest. Null where there is none, or they have ruled on the present words already.
 */
export function verdictToConfirm<V extends GivenVerdict>(claim: ToConfirm<V>, readerId: string): V | null {
  const onWords = standingVerdicts(claim.verdicts).filter(({ fixId }) => fixId === null)
  const newest = newestPerChecker(onWords)
  const own = newest.find(({ checkerId }) => checkerId === readerId)
  const ruled = standingVerdicts(claim.verdicts).some(
    ({ checkerId, wordingKey }) => checkerId === readerId && wordingKey === claim.wordingKey,
  )
  if (ruled) return null
  if (own !== undefined) return own
  if (!claim.stale || claim.hidden) return null
  const agreed = newest.every(({ verdict }) => verdict === newest[0]?.verdict)
  return agreed ? (newest.at(-1) ?? null) : null
}

/** Outcomes that somebody has to answer for anew, or that leave something to do. */
const NOT_FOR_LIST: ReadonlySet<Outcome> = new Set(['stet', 'not checked', 'cut', ...openOutcomes])

/** Whether a verdict may be confirmed in a list, beside others: only words changed, and nothing is left to say about it. */
export const isForList = (claim: {
  readonly changes: readonly Rewording[]
  readonly differs: boolean
  readonly outcome: Outcome | null
  readonly verdict: { readonly verdict: string; readonly own: boolean; readonly reason: string | null } | null
}): boolean =>
  claim.verdict !== null &&
  isWordingOnly(claim.changes) &&
  !claim.differs &&
  (claim.outcome === null || !NOT_FOR_LIST.has(claim.outcome)) &&
  (claim.verdict.own || claim.verdict.verdict === 'substantiated' || claim.verdict.reason !== null)
