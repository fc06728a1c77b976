import type { Hidden } from '../claims/hidden.ts'
import type { Database, Transaction } from '../db/database.ts'
import { type AuditPolicy, PLAIN_POLICY, underPolicy } from './audit-policy.ts'
import { withClaims } from './claim-at.ts'
import { type Audit, auditOf } from './finding.ts'
import { loadAuditedReport } from './load-audited-report.ts'
import { reportRules } from './report-rules.ts'
import { runRules } from './run-rules.ts'
import { textRules } from './text-rules.ts'

export interface AuditAsked {
  readonly hidden: Hidden
  readonly at: Date
  readonly policy?: AuditPolicy
}

/**
 * Audits the present draft of a report by all rules. Whoever asks may read the report.
 * @throws NotFound no such report, or its text was destroyed
 */
export async function auditReport(
  db: Database | Transaction,
  reportId: string,
  asked: AuditAsked,
): Promise<Audit> {
  const report = await loadAuditedReport(db, reportId, asked)
  const findings = [...runRules(reportRules, report), ...runRules(textRules, report.draft)]
  return auditOf(underPolicy(withClaims(findings, report.claims), asked.policy ?? PLAIN_POLICY))
}
