import { claimRule, supports } from './claim-rule.ts'

export const selfCitationOnly = claimRule({
  id: 'self-citation-only',
  severity: 'advice',
  why: 'A house that cites only itself has proved that it said so before.',
  hits: ({ status, evidence }) =>
    status === 'substantiated' &&
    evidence.some(supports) &&
    evidence.filter(supports).every(({ self }) => self),
  says: () => 'rests on the report’s own house alone.',
  sayAll: 'rest on the report’s own house alone.',
})
