import { claimRule, isAnswered } from './claim-rule.ts'

export const disputed = claimRule({
  id: 'disputed',
  severity: 'blocker',
  why: 'Credible evidence says otherwise: the words must say so, or go, or be let stand by name.',
  hits: (claim) => claim.status === 'disputed' && !isAnswered(claim) && !claim.caveat,
  says: () => 'is disputed, and its words stand.',
  sayAll: 'are disputed, and their words stand.',
})
