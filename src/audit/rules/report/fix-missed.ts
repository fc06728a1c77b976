import { claimRule } from './claim-rule.ts'

export const fixMissed = claimRule({
  id: 'fix-missed',
  severity: 'blocker',
  why: 'Words that were to be changed are still there.',
  hits: ({ fix }) => fix === 'missed' || fix === 'changed otherwise',
  says: ({ fix }) =>
    fix === 'missed'
      ? 'still has the words that a fix was asked for.'
      : 'was changed otherwise than the fix had it.',
  sayAll: 'were not changed as their fixes had it.',
})
