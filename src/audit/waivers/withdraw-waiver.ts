import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { isOfAnother } from '../report-at-audit.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'

export interface WaiverWithdrawal {
  /** The report that they named; another's is not found. */
  readonly reportId?: string
  readonly waiverId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes a waiver back: a row that names it, never a deletion. Any editor may.
 * @throws NotFound · NotAllowed for this role · Conflict it was taken back before
 */
export function withdrawWaiver(db: Database, input: WaiverWithdrawal): Promise<{ readonly id: string }> {
  return inTransaction(db, async (tx) => {
    const { withdrawnBy, at } = input
    const waiver = await tx.waiver.findUnique({
      where: { id: input.waiverId },
      include: {
        report: { select: { id: true, closed: true, sample: true } },
        draft: { select: { number: true } },
        claim: { select: { number: true } },
      },
    })
    if (waiver?.withdraws !== null || isOfAnother(input, waiver.reportId))
      throw new NotFound('There is no such waiver.')
    await assertMayOnReport(tx, withdrawnBy, 'waive', waiver.report)
    if ((await tx.waiver.count({ where: { withdraws: waiver.id } })) > 0)
      throw new Conflict('This waiver was taken back already.')
    const { reportId, draftId, claimId, rule, fingerprint } = waiver
    const id = newId()
    await insertRows(tx, 'Waiver', [
      {
        ...{ id, reportId, draftId, claimId, rule, fingerprint },
        ...{ withdraws: waiver.id, waivedById: withdrawnBy.id, at },
      },
    ])
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'waiver.withdrawn',
      actor: withdrawnBy.id,
      at,
      payload: {
        ...{ draft: waiver.draft.number, waiverId: id, rule, withdraws: waiver.id },
        ...(claimId === null || waiver.claim === null ? {} : { claimId, number: waiver.claim.number }),
      },
    })
    return { id }
  })
}
