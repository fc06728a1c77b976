import { claimRule } from './claim-rule.ts'

export const evidenceContradicts = claimRule({
  id: 'evidence-contradicts',
  severity: 'warning',
  why: 'Some of the evidence on record says otherwise, and the verdict does not.',
  hits: ({ status, evidence }) =>
    status === 'substantiated' &&
    evidence.some(({ judgement }) => judgement === 'contradicts' || judgement === 'does not support'),
  says: () => 'is substantiated, but some of its evidence does not say so.',
  sayAll: 'are substantiated against some of their evidence.',
})
