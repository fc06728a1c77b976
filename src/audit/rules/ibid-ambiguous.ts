import type { TextRule } from '../rule.ts'

export const ibidAmbiguous: TextRule = {
  id: 'ibid-ambiguous',
  severity: 'warning',
  why: '“Ibid.” after a note with several works could mean any of them, and another one after every edit.',
  find: ({ document: { warnings } }) =>
    warnings
      .filter(({ rule }) => rule === 'ibid-ambiguous')
      .map(({ message, start, end }) => ({
        at: start === undefined || end === undefined ? null : { start, end },
        message,
      })),
}
