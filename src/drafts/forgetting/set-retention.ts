import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { storedRetention, type RetentionRules } from '../retention.ts'
import { forgettingReport } from './forgettable.ts'

export interface NewRetention {
  readonly reportId: string
  readonly rules: RetentionRules
  readonly setBy: Actor
  readonly at: Date
}

/**
 * Sets what of a report may be destroyed, and after how long; what is so already is left as it is, without an event. Nothing is
 * destroyed by this.
 * @throws NotFound · NotAllowed for this role
 */
export function setRetention(
  db: Database,
  { reportId, rules, setBy, at }: NewRetention,
): Promise<RetentionRules> {
  return inTransaction(db, async (tx) => {
    const report = await forgettingReport(tx, reportId)
    await assertMayOnReport(tx, setBy, 'set retention', report)
    const from = storedRetention(report.retention)
    if (JSON.stringify(from) === JSON.stringify(rules)) return rules
    const retainUntil = rules.retainUntil === null ? null : new Date(`${rules.retainUntil}T00:00:00.000Z`)
    const data = { retention: JSON.stringify(rules), retainUntil }
    await tx.report.update({ where: { id: reportId }, data, select: { id: true } })
    const payload = { from, to: rules }
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'retention.set',
      actor: setBy.id,
      at,
      payload,
    })
    return rules
  })
}
