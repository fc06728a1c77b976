import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { storedPolicy, type ReportPolicy } from '../review/report-policy.ts'
import { resettleReport } from '../review/resettle-report.ts'
import { assertKnownRules } from './all-rules.ts'

export interface NewPolicy {
  readonly reportId: string
  /** What it leaves out stays as it is. */
  readonly policy: { readonly [Name in keyof ReportPolicy]?: ReportPolicy[Name] | undefined }
  readonly changedBy: Actor
  readonly at: Date
}

/**
 * Sets what a report asks of its checkers and before it is published, and settles its claims by it; what is so already is left as it
 * is, without an event.
 * @throws NotFound no such report · NotAllowed for this role · Invalid a rule that there is not
 */
export function changeReportPolicy(db: Database, input: NewPolicy): Promise<ReportPolicy> {
  assertKnownRules(input.policy.rules ?? {})
  return inTransaction(db, async (tx) => {
    const report = await tx.report.findUnique({
      where: { id: input.reportId },
      select: { id: true, closed: true, sample: true, policy: true },
    })
    if (report === null) throw new NotFound('There is no such report.')
    await assertMayOnReport(tx, input.changedBy, 'change settings', report)
    const from = storedPolicy(report.policy)
    const to = { ...from, ...withoutGaps(input.policy) }
    if (JSON.stringify(from) === JSON.stringify(to)) return to
    await tx.report.update({
      where: { id: report.id },
      data: { policy: JSON.stringify(to) },
      select: { id: true },
    })
    await resettleReport(tx, report.id, to)
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'report.policy-changed',
      actor: input.changedBy.id,
      at: input.at,
      payload: { from, to },
    })
    return to
  })
}

const withoutGaps = (policy: NewPolicy['policy']): Partial<ReportPolicy> =>
  Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined))
