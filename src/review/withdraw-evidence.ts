import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotAllowed, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'

export interface EvidenceWithdrawal {
  readonly evidenceId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes back one's own judgement of a source: a row that names it, never a deletion. The one before it counts again.
 * @throws NotFound no such evidence · NotAllowed somebody else's, or for this role · Conflict it was taken back before
 */
export function withdrawEvidence(
  db: Database,
  { evidenceId, withdrawnBy, at }: EvidenceWithdrawal,
): Promise<{ readonly id: string; readonly claimId: string; readonly withdraws: string }> {
  return inTransaction(db, async (tx) => {
    const given = await tx.evidence.findUnique({
      where: { id: evidenceId },
      include: { claim: { include: { report: true } }, withdrawal: { select: { id: true } } },
    })
    if (given === null) throw new NotFound('There is no such evidence.')
    await assertMayOnReport(tx, withdrawnBy, 'give evidence', given.claim.report)
    if (given.judgedById !== withdrawnBy.id)
      throw new NotAllowed('This is somebody else’s judgement: judge the source yourself beside it.')
    if (given.contactId !== null)
      throw new Conflict('This is what a person answered: note what they say now with their contact.')
    if (given.withdrawal !== null || given.withdraws !== null)
      throw new Conflict('This judgement was taken back before. Nothing was recorded.')
    const head = await takeChain(tx, given.claim.reportId)
    const { citationId, sourceId, contactId, judgement, claim } = given
    const row = { citationId, sourceId, contactId, judgement, withdraws: given.id, claimId: claim.id }
    const id = newId()
    await insertRows(tx, 'Evidence', [{ ...row, id, judgedById: withdrawnBy.id, at }])
    await appendEvent(tx, head, {
      kind: 'evidence.withdrawn',
      actor: withdrawnBy.id,
      at,
      payload: {
        claimId: claim.id,
        number: claim.number,
        version: claim.version,
        withdraws: given.id,
        judgement,
      },
    })
    return { id, claimId: claim.id, withdraws: given.id }
  })
}
