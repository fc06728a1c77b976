import { claimRule } from './claim-rule.ts'

export const objectionOpen = claimRule({
  id: 'objection-open',
  severity: 'blocker',
  why: 'Somebody objects to how it stands, and nobody has answered.',
  hits: ({ objections, settled }) => objections > 0 && !settled,
  says: () => 'has an objection that is open.',
  sayAll: 'have an objection that is open.',
})
