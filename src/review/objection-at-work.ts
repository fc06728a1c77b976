import type { Actor, Role } from '../accounts/account.ts'
import { mayOnReport, type ReportAction } from '../accounts/policy.ts'
import { assertMayOnReport, claimAsItStands, reportOf, type RuledClaim } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'

/** An open objection with its claim and its owner. */
export interface ObjectionAtWork {
  readonly id: string
  readonly raisedById: string
  readonly owner: Actor & { readonly suspended: boolean }
  readonly claim: RuledClaim
}

/**
 * An open objection, when this person may do this to its claim.
 * @throws NotFound no such objection · NotAllowed by policy · Conflict closed already
 */
export async function objectionAtWork(
  tx: Transaction,
  request: { objectionId: string; actor: Actor; action: ReportAction },
): Promise<ObjectionAtWork> {
  const row = await tx.objection.findUnique({
    where: { id: request.objectionId },
    include: { owner: { select: { id: true, name: true, role: true, legal: true, suspendedAt: true } } },
  })
  if (row === null) throw new NotFound('There is no such objection.')
  const claim = await claimAsItStands(tx, row.claimId)
  await assertMayOnReport(tx, request.actor, request.action, reportOf(claim))
  if (row.closedAt !== null) throw new Conflict('This objection was closed already. Nothing was recorded.')
  const { suspendedAt, role, ...owner } = row.owner
  return {
    id: row.id,
    raisedById: row.raisedById,
    owner: { ...owner, role: role as Role, suspended: suspendedAt !== null },
    claim,
  }
}

/** Whether the owner of an objection can no longer close it: suspended, without the role, or no longer named on a closed report. */
export async function ownerHasLeft(tx: Transaction, { owner, claim }: ObjectionAtWork): Promise<boolean> {
  if (owner.suspended) return true
  const member =
    claim.closed &&
    (await tx.reportMember.findUnique({
      where: { reportId_accountId: { reportId: claim.reportId, accountId: owner.id } },
      select: { accountId: true },
    })) !== null
  return !mayOnReport(owner, 'object', { closed: claim.closed, sample: claim.sample, member })
}
