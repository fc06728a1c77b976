import { claimRule } from './claim-rule.ts'

export const queryOpen = claimRule({
  id: 'query-open',
  severity: 'blocker',
  why: 'The author was asked and has not answered, or nobody has read the answer.',
  hits: ({ openQueries, outcome }) => openQueries > 0 || outcome === 'query open',
  says: () => 'has a query that is open.',
  sayAll: 'have a query that is open.',
})
