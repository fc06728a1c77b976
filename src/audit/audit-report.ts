import type { Hidden } from '../claims/hidden.ts'
import type { Database, Transaction } from '../db/database.ts'
import { type AuditPolicy, underPolicy } from './audit-policy.ts'
import type { AuditedReport } from './audited-report.ts'
import { withClaims } from './claim-at.ts'
import { type Audit, auditOf } from './finding.ts'
import { type MarkedFinding, withFingerprints } from './fingerprint.ts'
import { loadAuditedReport } from './load-audited-report.ts'
import { reportRules } from './report-rules.ts'
import { runRules } from './run-rules.ts'
import { textRules } from './text-rules.ts'
import { loadWaivers } from './waivers/load-waivers.ts'
import { withWaivers } from './waivers/waiver.ts'

export interface AuditAsked {
  readonly hidden: Hidden
  readonly at: Date
  /** The report's own, unless told. */
  readonly policy?: AuditPolicy
}

/** The audit of a report: each finding can be told from all others, and waived. */
export type ReportAudit = Audit<MarkedFinding>

/**
 * Audits the present draft of a report by all rules. Whoever asks may read the report.
 * @throws NotFound no such report, or its text was destroyed
 */
export async function auditReport(
  db: Database | Transaction,
  reportId: string,
  asked: AuditAsked,
): Promise<ReportAudit> {
  return auditLoaded(db, reportId, await loadAuditedReport(db, reportId, asked), asked)
}

/** The same of a report that is loaded already. */
export async function auditLoaded(
  db: Database | Transaction,
  reportId: string,
  report: AuditedReport,
  { policy = report.policy }: Pick<AuditAsked, 'policy'> = {},
): Promise<ReportAudit> {
  const found = [...runRules(reportRules, report), ...runRules(textRules, report.draft)]
  const findings = withFingerprints(withClaims(underPolicy(found, policy), report.claims))
  return auditOf(withWaivers(findings, await loadWaivers(db, reportId)))
}
