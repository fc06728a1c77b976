import { claimRule } from './claim-rule.ts'

export const sourceNotAccessed = claimRule({
  id: 'source-not-accessed',
  severity: 'warning',
  why: 'A source that nobody has seen supports nothing yet.',
  hits: ({ evidence, outcome }) =>
    outcome !== 'cut' &&
    evidence.length > 0 &&
    evidence.every(({ judgement }) => judgement === 'not accessed'),
  says: () => 'leans on sources that nobody has seen.',
  sayAll: 'lean on sources that nobody has seen.',
})
