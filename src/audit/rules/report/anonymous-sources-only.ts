import { claimRule, supports } from './claim-rule.ts'

export const anonymousSourcesOnly = claimRule({
  id: 'anonymous-sources-only',
  severity: 'advice',
  why: 'Where every witness is without a name, readers can weigh none of them.',
  hits: ({ status, evidence }) =>
    status === 'substantiated' &&
    evidence.some(supports) &&
    evidence.filter(supports).every(({ unnamed }) => unnamed),
  says: () => 'rests on people alone who are not named.',
  sayAll: 'rest on people alone who are not named.',
})
