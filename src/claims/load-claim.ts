import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport, type ReportAsked } from '../accounts/assert-may-now.ts'
import type { ReportAction } from '../accounts/policy.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { loadRulings, type ClaimRulings } from './load-rulings.ts'

/** A claim where it stands in the report's present draft, with everything its settlement follows from. */
export interface RuledClaim extends ClaimRulings {
  readonly id: string
  readonly reportId: string
  /** The report's present draft. */
  readonly draftId: string
  readonly number: number
  readonly version: number
  readonly status: string
  readonly placementId: string
  /** In the present draft, null where it stands nowhere. */
  readonly start: number | null
  readonly wordingKey: string
  readonly tests: string
  readonly quote: string
  readonly setAside: string | null
  readonly closed: boolean
  readonly sample: boolean
  /** The report's, as its row has it. */
  readonly policy: string | null
  readonly risk: string
  /** The report's policy asks for a second person. */
  readonly needsSecond: boolean
  /** How many re-checks are open. */
  readonly rechecks: number
}

/** Raw, because Prisma would ask six times, and every verdict waits for it. */
async function findClaim(tx: Transaction, id: string): Promise<RuledClaim | null> {
  const [claim] = await tx.$queryRaw<Omit<RuledClaim, keyof ClaimRulings>[]>`
    SELECT c."id", c."reportId", c."number", c."version", c."status", c."setAside", c."risk",
           c."needsSecond", c."rechecks", p."id" AS "placementId",
           p."draftId", p."start", p."wordingKey", p."tests", p."quote", r."closed", r."sample", r."policy"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."id" = ${id}`
  if (claim === undefined) return null
  return { ...claim, ...(await loadRulings(tx, id)) }
}

/**
 * The claim at whatever version it has, for a verb that has asked the policy itself.
 * @throws NotFound no such claim
 */
export async function claimAsItStands(tx: Transaction, claimId: string): Promise<RuledClaim> {
  const claim = await findClaim(tx, claimId)
  if (claim === null) throw new NotFound('There is no such claim.')
  return claim
}

/**
 * The claim at the version that somebody saw, when they may do this to it.
 *
 * `seenVersion`: integer from 1, from the page or the API answer they acted on.
 * @throws NotFound no such claim · NotAllowed by policy · Conflict the claim changed since
 */
export async function claimAsSeen(
  tx: Transaction,
  request: { claimId: string; seenVersion: number; actor: Actor; action: ReportAction },
): Promise<RuledClaim> {
  const claim = await claimAsItStands(tx, request.claimId)
  await assertMayOnReport(tx, request.actor, request.action, reportOf(claim))
  if (claim.version !== request.seenVersion)
    throw new Conflict(
      `Claim ${claim.number} changed since you saw it: look at it again, then rule. Nothing was recorded.`,
    )
  return claim
}

/** The report of a claim, as the policy asks for it. */
export const reportOf = ({ reportId, closed, sample }: RuledClaim): ReportAsked => ({
  id: reportId,
  closed,
  sample,
})

export { assertMayOnReport }
