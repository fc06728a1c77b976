import { type AuditedDocument, AuditedText } from './audited-text.ts'
import { type AuditPolicy, PLAIN_POLICY, underPolicy } from './audit-policy.ts'
import { type Audit, auditOf } from './finding.ts'
import { runRules } from './run-rules.ts'
import { textRules } from './text-rules.ts'

/** Audits a bare text by the rules that need nothing else. `at`: when; what is dated later is impossible. */
export function auditDocument(
  document: AuditedDocument,
  at: Date,
  policy: AuditPolicy = PLAIN_POLICY,
): Audit {
  const today = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()] as const
  return auditOf(underPolicy(runRules(textRules, new AuditedText(document, today)), policy))
}
