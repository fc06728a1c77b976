import { type AuditedDocument, AuditedText } from './audited-text.ts'
import { DEFAULT_POLICY } from '../review/report-policy.ts'
import { type AuditPolicy, underPolicy } from './audit-policy.ts'
import { type Audit, auditOf } from './finding.ts'
import { runRules } from './run-rules.ts'
import { textRules } from './text-rules.ts'

/** Audits a bare text by the rules that need nothing else. `at`: when; what is dated later is impossible. */
export function auditDocument(
  document: AuditedDocument,
  at: Date,
  policy: AuditPolicy = DEFAULT_POLICY,
): Audit {
  const today = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()] as const
  return auditOf(underPolicy(runRules(textRules, new AuditedText(document, today)), policy))
}
