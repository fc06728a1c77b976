import type { CslItem, CslName } from '../../reading/document.ts'
import type { ExportedClaim, ExportedReport, ExportedSource } from '../exported-report.ts'

const CONTEXT = 'https://schema.org'

/** The whole scale; nothing lies between. The explanations are the definitions that checkers go by. */
const RATINGS = {
  substantiated: {
    value: 3,
    name: 'Substantiated',
    means: 'The evidence was examined and supports the claim as worded.',
  },
  unsubstantiated: {
    value: 2,
    name: 'Unsubstantiated',
    means: 'The evidence is missing, out of reach, or does not say it.',
  },
  disputed: { value: 1, name: 'Disputed', means: 'Credible evidence contradicts the claim.' },
} as const

/**
 * The claims of a report as schema.org's `Claim`, each with what it cites: nobody reviews their own work. Where the report is by
 * others, every claim with a verdict that holds is a `ClaimReview` as well.
 */
export function linkedClaims(report: ExportedReport): object {
  const works = new Map(report.sources.map((source) => [source.id, linkedWork(report, source)]))
  const claims = report.claims.filter(({ span }) => span !== null)
  return {
    '@context': CONTEXT,
    '@graph': [
      linkedReport(report),
      ...claims.map((claim) => linkedClaim(report, claim, works)),
      ...(report.byOthers ? claims.flatMap((claim) => reviewOf(report, claim)) : []),
    ],
  }
}

const idOf = ({ url }: ExportedReport, claim: ExportedClaim): string => `${url}#claim-${claim.number}`

const linkedReport = (report: ExportedReport): object => ({
  '@type': 'Report',
  '@id': report.url,
  name: report.title,
  inLanguage: report.language,
  version: String(report.draft.number),
  ...(report.authors === null ? {} : { creditText: report.authors }),
  ...(report.publisher === null ? {} : { publisher: { '@type': 'Organization', name: report.publisher } }),
})

const linkedClaim = (
  report: ExportedReport,
  claim: ExportedClaim,
  works: ReadonlyMap<string, object>,
): object => ({
  '@type': 'Claim',
  '@id': idOf(report, claim),
  identifier: String(claim.number),
  text: claim.words,
  inLanguage: report.language,
  appearance: { '@id': report.url },
  ...optional(
    'citation',
    citedBy(claim).flatMap((id) => works.get(id) ?? []),
  ),
})

/** What its notes cite, then what else was judged to bear on it. */
const citedBy = ({ cites, evidence }: ExportedClaim): string[] => [
  ...new Set([...cites, ...evidence.flatMap(({ sourceId }) => sourceId ?? [])]),
]

/** None where nobody ruled on these words, or the checkers differ. */
function reviewOf(report: ExportedReport, claim: ExportedClaim): object[] {
  const last = claim.verdicts.at(-1)
  if (claim.status === 'unreviewed' || claim.stale || claim.differs || last === undefined) return []
  const rating = RATINGS[claim.status as keyof typeof RATINGS]
  const why = claim.verdicts.flatMap(({ rationale }) => rationale ?? [])
  return [
    {
      '@type': 'ClaimReview',
      '@id': `${report.url}#review-${claim.number}`,
      url: `${report.desk.url}/claims/${claim.id}`,
      inLanguage: 'en',
      author: {
        '@type': 'Organization',
        name: report.desk.name ?? new URL(report.desk.url).host,
        url: report.desk.url,
      },
      datePublished: last.at.toISOString().slice(0, 10),
      claimReviewed: claim.words,
      itemReviewed: { '@type': 'Claim', '@id': idOf(report, claim), text: claim.words },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: rating.value,
        bestRating: 3,
        worstRating: 1,
        alternateName: rating.name,
        ratingExplanation: `${rating.means} The verdict tests ${claim.tests}.`,
      },
      ...optional('reviewBody', why.join('\n\n')),
    },
  ]
}

const linkedWork = ({ desk }: ExportedReport, { id, title, url, work }: ExportedSource): object => ({
  '@type': TYPES[work.type] ?? 'CreativeWork',
  '@id': `${desk.url}/sources/${id}`,
  name: work.title ?? title,
  ...optional('url', url ?? work.URL),
  ...optional('author', (work.author ?? []).map(linkedName)),
  ...optional('publisher', outletOf(work)),
  ...optional('datePublished', dateOf(work)),
})

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'NewsArticle',
  'article-journal': 'ScholarlyArticle',
  book: 'Book',
  report: 'Report',
  dataset: 'Dataset',
  webpage: 'WebPage',
}

/** Who has a family name is a person; of others nothing is known but the name. */
const linkedName = ({ family, given, literal }: CslName): object | string =>
  family === undefined
    ? (literal ?? given ?? '')
    : { '@type': 'Person', familyName: family, ...optional('givenName', given) }

function outletOf(work: CslItem): object | undefined {
  const name = work['container-title'] ?? work.publisher
  return name === undefined ? undefined : { '@type': 'Organization', name }
}

/** An ISO 8601 date as exact as it is known. */
const dateOf = ({ issued }: CslItem): string | undefined =>
  issued?.['date-parts'][0]?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')

/** A property, left out where there is nothing to say. */
const optional = (name: string, value: unknown): object =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? {}
    : { [name]: value }
