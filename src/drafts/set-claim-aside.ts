import { setAsideOf, standingClassifications } from '../claims/coverage.ts'
import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'

export interface ClaimSetAside {
  readonly id: string
  readonly number: number
  readonly version: number
  /** Why it is none of the claims to settle; null where it is one. */
  readonly setAside: string | null
}

/** Brings a claim into line with what stands of its classifications, and raises its version. */
export async function setClaimAside(tx: Transaction, claimId: string): Promise<ClaimSetAside> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      origin: true,
      classifications: { orderBy: { seq: 'asc' }, select: { id: true, kind: true, withdraws: true } },
      report: { select: { currentDraftId: true } },
      placements: { select: { draftId: true, lost: true } },
    },
  })
  const here = claim.placements.find(({ draftId }) => draftId === claim.report.currentDraftId)
  const why = here?.lost == null ? null : (JSON.parse(here.lost) as { why: string }).why
  claimsChanged(tx, [claimId])
  return tx.claim.update({
    where: { id: claimId },
    data: {
      setAside: setAsideOf(why, claim.origin, standingClassifications(claim.classifications)),
      version: { increment: 1 },
    },
    select: { id: true, number: true, version: true, setAside: true },
  })
}
