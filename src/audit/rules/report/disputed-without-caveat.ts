import { claimRule } from './claim-rule.ts'

/** Outcomes with which the words of a disputed claim go out. */
const GOES_OUT: ReadonlySet<string | null> = new Set(['on author', 'stet', 'not checked'])

export const disputedWithoutCaveat = claimRule({
  id: 'disputed-without-caveat',
  severity: 'warning',
  why: 'Whoever lets disputed words stand owes the reader a line that says they are disputed.',
  hits: ({ status, outcome, caveat, span }) =>
    status === 'disputed' && GOES_OUT.has(outcome) && !caveat && span !== null,
  says: () => 'is disputed and goes out, and nothing in the text says so.',
  sayAll: 'are disputed and go out, and nothing in the text says so.',
})
