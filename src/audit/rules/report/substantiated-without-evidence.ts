import { claimRule, supports } from './claim-rule.ts'

export const substantiatedWithoutEvidence = claimRule({
  id: 'substantiated-without-evidence',
  severity: 'warning',
  why: 'A verdict without evidence cannot be followed by anybody who was not there.',
  hits: ({ status, stale, evidence }) => status === 'substantiated' && !stale && !evidence.some(supports),
  says: () => 'is substantiated, but no evidence is recorded for it.',
  sayAll: 'are substantiated, but no evidence is recorded for them.',
})
