import { claimRule } from './claim-rule.ts'

export const quotationNotInCapture = claimRule({
  id: 'quotation-not-in-capture',
  severity: 'warning',
  why: 'The words in quotation marks are not those of the excerpt on record.',
  hits: ({ evidence }) =>
    evidence.some(({ check }) => check?.quotations.some(({ result }) => result === 'not found') === true),
  says: () => 'quotes words that its evidence does not have.',
  sayAll: 'quote words that their evidence does not have.',
})
