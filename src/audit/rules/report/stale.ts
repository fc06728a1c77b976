import { claimRule } from './claim-rule.ts'

export const stale = claimRule({
  id: 'stale',
  severity: 'blocker',
  why: 'A verdict on other words, or on another note, says nothing of these.',
  hits: ({ stale, span }) => stale && span !== null,
  says: () => 'was reworded since it was checked.',
  sayAll: 'were reworded since they were checked.',
})
