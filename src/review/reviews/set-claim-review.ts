import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport, claimAsItStands, reportOf } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { assertToSettle } from '../assert-rulable.ts'
import { reviewDate, reviewDay } from './review-date.ts'

export interface ClaimReview {
  readonly claimId: string
  /** A day as YYYY-MM-DD, on which it is due; '' for none. */
  readonly day: string
  readonly setBy: Actor
  readonly at: Date
}

/** Where the claim is, for whoever goes back to it. */
export interface ReviewSet {
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly reviewAfter: Date | null
}

/**
 * Says from which day on a claim is to be checked again. Its version stays: nothing was ruled.
 * @throws NotFound · NotAllowed for this role · Conflict it is set aside · Invalid no such day, or none to come
 */
export function setClaimReview(db: Database, input: ClaimReview): Promise<ReviewSet> {
  const reviewAfter = reviewDate(input.day, input.at)
  return inTransaction(db, async (tx) => {
    const claim = await claimAsItStands(tx, input.claimId)
    await assertMayOnReport(tx, input.setBy, 'rule', reportOf(claim))
    assertToSettle(claim)
    const { id: claimId, number, version, reportId } = claim
    await tx.claim.update({ where: { id: claimId }, data: { reviewAfter }, select: { id: true } })
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'review.set',
      actor: input.setBy.id,
      at: input.at,
      payload: { claimId, number, version, day: reviewDay(reviewAfter) },
    })
    return { claimId, number, reportId, reviewAfter }
  })
}
