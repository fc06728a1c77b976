import type { CslItem } from '../../reading/document.ts'
import type { TextRule } from '../rule.ts'

export const citationWithoutOutlet: TextRule = {
  id: 'citation-without-outlet',
  severity: 'warning',
  why: 'A date alone names no source: readers must be told who published it.',
  find: ({ citations }) =>
    citations
      .filter(({ citation: { csl } }) => !LAW.has(csl.type) && !namesSomebody(csl))
      .map(({ note: { label }, citation }) => ({
        at: citation,
        label,
        message: `A citation in note ${label} names neither an outlet nor an author.`,
      })),
  among: {
    objects: ({ citations }) => citations.length,
    message: (hit, of) => `${hit} of ${of} citations name neither an outlet nor an author: were links lost?`,
  },
}

/** What is found by its number or name alone. */
const LAW: ReadonlySet<string> = new Set([
  'legislation',
  'legal_case',
  'regulation',
  'treaty',
  'bill',
  'hearing',
])

const namesSomebody = (csl: CslItem): boolean =>
  csl['container-title'] !== undefined ||
  csl.publisher !== undefined ||
  csl['collection-title'] !== undefined ||
  csl.medium !== undefined ||
  (csl.author ?? csl.editor ?? []).length > 0 ||
  csl.DOI !== undefined ||
  csl.URL !== undefined ||
  (csl.title !== undefined && csl.number !== undefined)
