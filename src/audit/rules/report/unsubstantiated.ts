import { claimRule, isAnswered } from './claim-rule.ts'

export const unsubstantiated = claimRule({
  id: 'unsubstantiated',
  severity: 'blocker',
  why: 'What the evidence does not say must not be said either, unless somebody answers for it.',
  hits: (claim) => claim.status === 'unsubstantiated' && !isAnswered(claim),
  says: () => 'is unsubstantiated, and its words stand.',
  sayAll: 'are unsubstantiated, and their words stand.',
})
