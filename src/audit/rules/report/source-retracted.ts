import { sourceRule } from './source-rule.ts'

export const sourceRetracted = sourceRule({
  id: 'source-retracted',
  severity: 'blocker',
  why: 'What its own publisher took back cannot carry a claim.',
  hits: ({ fallen }) => fallen === 'retracted',
  says: 'was retracted',
})
