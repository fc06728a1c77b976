import type { TextRule } from '../rule.ts'

/** What is cited without a date as a rule. */
const UNDATED: ReadonlySet<string> = new Set([
  'legislation',
  'treaty',
  'classic',
  'entry-dictionary',
  'entry-encyclopedia',
])

export const citationWithoutDate: TextRule = {
  id: 'citation-without-date',
  severity: 'advice',
  why: 'Pages change: without its date nobody can tell which version a source was.',
  find: ({ citations }) =>
    citations
      .filter(({ citation: { csl } }) => csl.issued === undefined && !UNDATED.has(csl.type))
      .map(({ note: { label }, citation }) => ({
        at: citation,
        label,
        message: `A citation in note ${label} has no date.`,
      })),
  among: {
    objects: ({ citations }) => citations.length,
    message: (hit, of) => `${hit} of ${of} citations have no date.`,
  },
}
