import { claimRule } from './claim-rule.ts'

export const notChecked = claimRule({
  id: 'not-checked',
  severity: 'warning',
  why: 'That something was not checked is a decision, and one to see again before it is printed.',
  hits: ({ outcome }) => outcome === 'not checked',
  says: () => 'was not checked, by decision.',
  sayAll: 'were not checked, by decision.',
})
