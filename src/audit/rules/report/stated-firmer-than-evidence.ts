import { claimRule } from './claim-rule.ts'

export const statedFirmerThanEvidence = claimRule({
  id: 'stated-firmer-than-evidence',
  severity: 'advice',
  why: 'Words that sound surer than the evidence is promise readers what nobody can keep.',
  hits: ({ reads, assessed, status, outcome }) =>
    outcome !== 'cut' &&
    outcome !== 'fixed' &&
    reads === 'high' &&
    ((assessed !== null && assessed !== 'high') || status === 'disputed' || status === 'unsubstantiated'),
  says: () => 'reads flat, and the evidence is less sure.',
  sayAll: 'read flat, and the evidence is less sure.',
})
