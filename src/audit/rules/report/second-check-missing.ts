import { claimRule } from './claim-rule.ts'

export const secondCheckMissing = claimRule({
  id: 'second-check-missing',
  severity: 'blocker',
  why: 'The policy asks for a second person, and one has ruled.',
  hits: ({ needsSecond, checkers, status }) => needsSecond && checkers === 1 && status !== 'unreviewed',
  says: () => 'was checked by one person, and two are asked for.',
  sayAll: 'were checked by one person, and two are asked for.',
})
