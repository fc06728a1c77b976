import { claimRule } from './claim-rule.ts'

export const unreviewed = claimRule({
  id: 'unreviewed',
  severity: 'blocker',
  why: 'A claim that nobody has looked at stands on trust alone.',
  hits: ({ status, outcome }) =>
    status === 'unreviewed' && outcome !== 'not checked' && outcome !== 'on author' && outcome !== 'cut',
  says: () => 'is to check.',
  sayAll: 'are to check.',
})
