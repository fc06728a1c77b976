import { claimRule } from './claim-rule.ts'

export const fixOpen = claimRule({
  id: 'fix-open',
  severity: 'blocker',
  why: 'A fix that was asked for is neither in the text nor declined.',
  hits: ({ outcome, fix }) => outcome === 'fix asked' && fix === null,
  says: () => 'waits for a fix.',
  sayAll: 'wait for a fix.',
})
