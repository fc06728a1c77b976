import { claimRule } from './claim-rule.ts'

export const onAuthor = claimRule({
  id: 'on-author',
  severity: 'warning',
  why: 'The author vouches, and nobody could check: an editor should know how much of a report is so.',
  hits: ({ outcome }) => outcome === 'on author',
  says: () => 'is on author: nobody could check it.',
  sayAll: 'are on author.',
})
