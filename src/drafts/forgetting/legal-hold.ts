import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { LONGEST_DESTRUCTION_REASON } from '../../history/destruction.ts'
import { sealWords } from '../../review/seal-words.ts'
import { writtenWords } from '../../review/written-words.ts'
import { forgettingReport } from './forgettable.ts'

export interface HoldChange {
  readonly reportId: string
  readonly reason: string
  readonly by: Actor
  readonly at: Date
}

/**
 * A lawyer of the desk holds a report: nothing of it may be destroyed until every hold on it is lifted.
 * @throws NotFound · NotAllowed no lawyer · Invalid without a reason
 */
export function setHold(db: Database, input: HoldChange): Promise<{ readonly id: string }> {
  const words = writtenWords(input.reason, 'why it is held', LONGEST_DESTRUCTION_REASON)
  return inTransaction(db, async (tx) => {
    const { reportId, by, at } = input
    await assertMayOnReport(tx, by, 'hold', await forgettingReport(tx, reportId))
    const reason = await sealWords(tx, words)
    const id = newId()
    await insertRows(tx, 'LegalHold', [{ id, reportId, reasonId: reason.id, setById: by.id, setAt: at }])
    await tx.report.update({ where: { id: reportId }, data: { legalHold: true }, select: { id: true } })
    const payload = { holdId: id, reasonHash: reason.hash }
    await appendEvent(tx, await takeChain(tx, reportId), { kind: 'hold.set', actor: by.id, at, payload })
    return { id }
  })
}

/**
 * A lawyer of the desk lifts every hold on a report.
 * @throws NotFound · NotAllowed no lawyer · Conflict it is under none · Invalid without a reason
 */
export function liftHold(db: Database, input: HoldChange): Promise<{ readonly lifted: number }> {
  const words = writtenWords(input.reason, 'why it is held no longer', LONGEST_DESTRUCTION_REASON)
  return inTransaction(db, async (tx) => {
    const { reportId, by, at } = input
    await assertMayOnReport(tx, by, 'hold', await forgettingReport(tx, reportId))
    const reason = await sealWords(tx, words)
    const { count: lifted } = await tx.legalHold.updateMany({
      where: { reportId, liftedAt: null },
      data: { liftedAt: at, liftedById: by.id, liftingId: reason.id },
    })
    if (lifted === 0) throw new Conflict('This report is under no legal hold. Nothing was changed.')
    await tx.report.update({ where: { id: reportId }, data: { legalHold: false }, select: { id: true } })
    const payload = { lifted, reasonHash: reason.hash }
    await appendEvent(tx, await takeChain(tx, reportId), { kind: 'hold.lifted', actor: by.id, at, payload })
    return { lifted }
  })
}
