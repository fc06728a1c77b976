import type { Actor } from '../accounts/account.ts'
import { assertMay, type ReportAction } from '../accounts/policy.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'

const RULED = {
  report: { select: { id: true, closed: true, sample: true, currentDraftId: true } },
  verdicts: {
    select: {
      id: true,
      checkerId: true,
      verdict: true,
      wordingKey: true,
      withdraws: true,
      confidence: true,
      outcome: true,
      at: true,
    },
    orderBy: { seenVersion: 'asc' },
  },
  outcomes: { select: { outcome: true, at: true }, orderBy: { at: 'asc' } },
} as const

/** A claim with everything its settlement follows from. */
export type RuledClaim = NonNullable<Awaited<ReturnType<typeof findClaim>>>

const findClaim = (tx: Transaction, id: string) => tx.claim.findUnique({ where: { id }, include: RULED })

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
  const claim = await findClaim(tx, request.claimId)
  if (claim === null) throw new NotFound('There is no such claim.')
  await assertMayOnReport(tx, request.actor, request.action, claim.report)
  if (claim.version !== request.seenVersion)
    throw new Conflict(
      `Claim ${claim.number} changed since you saw it: look at it again, then rule. Nothing was recorded.`,
    )
  return claim
}

/** @throws NotAllowed when the policy says so; a closed report's members are looked up only where it is closed. */
export async function assertMayOnReport(
  tx: Transaction,
  actor: Actor,
  action: ReportAction,
  report: { readonly id: string; readonly closed: boolean; readonly sample: boolean },
): Promise<void> {
  const member = report.closed && (await isMember(tx, report.id, actor.id))
  assertMay(actor, action, { closed: report.closed, member, sample: report.sample })
}

async function isMember(tx: Transaction, reportId: string, accountId: string): Promise<boolean> {
  const row = await tx.reportMember.findUnique({ where: { reportId_accountId: { reportId, accountId } } })
  return row !== null
}
