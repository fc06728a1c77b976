import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, NotAllowed, NotFound } from '../../errors.ts'
import { isOfAnother } from '../report-at-audit.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import type { SignOffRole } from '../../review/sign-off-role.ts'

export interface SignOffWithdrawal {
  /** The report that they named; another's is not found. */
  readonly reportId?: string
  readonly signOffId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes back one's own sign-off, whatever one's role is by now: a row that names it, never a deletion.
 * @throws NotFound · NotAllowed somebody else's · Conflict it was taken back before
 */
export function withdrawSignOff(db: Database, input: SignOffWithdrawal): Promise<{ readonly id: string }> {
  return inTransaction(db, async (tx) => {
    const { withdrawnBy, at } = input
    const given = await tx.signOff.findUnique({
      where: { id: input.signOffId },
      include: {
        report: { select: { id: true, closed: true, sample: true } },
        draft: { select: { number: true } },
        signedBy: { select: { name: true } },
      },
    })
    if (given?.withdraws !== null || isOfAnother(input, given.reportId))
      throw new NotFound('There is no such sign-off.')
    const role = given.role as SignOffRole
    await assertMayOnReport(tx, withdrawnBy, 'read report', given.report)
    if (given.signedById !== withdrawnBy.id)
      throw new NotAllowed(`Only ${given.signedBy.name}, who signed off, can take this back.`)
    if ((await tx.signOff.count({ where: { withdraws: given.id } })) > 0)
      throw new Conflict('This sign-off was taken back already.')
    const head = await takeChain(tx, given.reportId)
    const id = newId()
    const { reportId, draftId } = given
    await insertRows(tx, 'SignOff', [
      { id, reportId, draftId, role, seq: head.seq, withdraws: given.id, signedById: withdrawnBy.id, at },
    ])
    await appendEvent(tx, head, {
      kind: 'sign-off.withdrawn',
      actor: withdrawnBy.id,
      at,
      payload: { draft: given.draft.number, signOffId: id, role, withdraws: given.id },
    })
    return { id }
  })
}
