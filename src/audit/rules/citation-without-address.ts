import type { AuditedText, PlacedCitation } from '../audited-text.ts'
import type { TextRule } from '../rule.ts'

/** What is mostly read on the web: works in print need no address. */
const ONLINE: ReadonlySet<string> = new Set([
  'article-newspaper',
  'article-magazine',
  'webpage',
  'post',
  'post-weblog',
  'broadcast',
])

const online = ({ citations }: AuditedText): readonly PlacedCitation[] =>
  citations.filter(({ citation: { csl } }) => ONLINE.has(csl.type) && csl.page === undefined)

export const citationWithoutAddress: TextRule = {
  id: 'citation-without-address',
  severity: 'warning',
  why: 'A page, post or article that is given without its address can hardly be found again.',
  find: (audited) =>
    online(audited)
      .filter(({ citation: { csl } }) => csl.URL === undefined && csl.DOI === undefined)
      .map(({ note: { label }, citation }) => ({
        at: citation,
        label,
        message: `A citation in note ${label} has no address.`,
      })),
  among: {
    objects: (audited) => online(audited).length,
    message: (hit, of) => `${hit} of ${of} articles, pages and posts are cited without an address.`,
  },
}
