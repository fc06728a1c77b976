import type { EditedClaim } from '../claims/claim-edit.ts'
import type { Transaction } from '../db/database.ts'
import { describeEvent } from '../history/describe-event.ts'

/** What happened to a claim after an edit of it, as one clause; what somebody ruled is not told here. */
export async function whatHappenedSince(
  tx: Transaction,
  {
    reportId,
    editId,
    claim,
  }: { readonly reportId: string; readonly editId: string; readonly claim: EditedClaim },
): Promise<string> {
  const { seq } = await tx.claimEdit.findUniqueOrThrow({ where: { id: editId }, select: { seq: true } })
  const event = await tx.event.findFirst({
    where: { chain: reportId, claimId: claim.claimId, seq: { gt: seq } },
    orderBy: { seq: 'desc' },
    include: { payload: { select: { body: true } } },
  })
  if (event === null) return 'its words were edited or corrected again'
  const account = await tx.account.findUnique({ where: { id: event.actor }, select: { name: true } })
  const { payload, ...line } = event
  const actorName = account?.name ?? null
  if (event.kind.startsWith('verdict.')) return `${actorName ?? 'somebody'} ruled on it`
  const body = payload.body === null ? null : (JSON.parse(payload.body) as Record<string, unknown>)
  return describeEvent({ ...line, actorName, payload: body })
}
