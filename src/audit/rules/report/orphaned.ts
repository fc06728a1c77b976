import { claimRule } from './claim-rule.ts'

export const orphaned = claimRule({
  id: 'orphaned',
  severity: 'blocker',
  why: 'A claim that stands nowhere was cut, or moved to where nobody looks at it.',
  hits: ({ span, outcome }) => span === null && outcome !== 'cut',
  says: () => 'is not found in this draft: was it cut, or moved?',
  sayAll: 'are not found in this draft.',
})
