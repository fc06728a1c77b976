import type { AuditedEvidence } from '../../audited-report.ts'
import { claimRule, supports } from './claim-rule.ts'

const origins = (evidence: readonly AuditedEvidence[]): number =>
  new Set(evidence.filter(supports).map(({ origin }) => origin)).size

export const singleOrigin = claimRule({
  id: 'single-origin',
  severity: 'advice',
  why: 'Five articles from one agency report are one witness.',
  hits: ({ status, risk, evidence }) =>
    status === 'substantiated' && risk === 'high' && origins(evidence) === 1,
  says: () => 'is of high risk and rests on one origin.',
  sayAll: 'are of high risk and rest on one origin each.',
})
