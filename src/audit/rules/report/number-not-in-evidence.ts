import { claimRule, supports } from './claim-rule.ts'

export const numberNotInEvidence = claimRule({
  id: 'number-not-in-evidence',
  severity: 'advice',
  why: 'A number or date that the excerpt on record does not have came from somewhere else.',
  hits: ({ evidence }) =>
    evidence.some(({ judgement, check }) => supports({ judgement }) && (check?.missing.length ?? 0) > 0),
  says: () => 'has a number or date that its evidence does not have.',
  sayAll: 'have numbers or dates that their evidence does not have.',
})
