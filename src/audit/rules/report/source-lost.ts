import { sourceRule } from './source-rule.ts'

export const sourceLost = sourceRule({
  id: 'source-lost',
  severity: 'warning',
  why: 'What nobody can look at any more proves nothing to a reader.',
  hits: ({ fallen }) => fallen === 'lost',
  says: 'is lost',
})
