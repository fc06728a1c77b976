import { codePointsOf, type CodePoints } from '../../text/code-points.ts'
import type { ExportedClaim, ExportedReport } from '../exported-report.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** The program that writes these. */
export const GENERATOR = { type: 'Software', name: 'Stet' }

interface Body {
  readonly type: 'TextualBody'
  readonly purpose: string
  readonly value: string
  readonly format: 'text/plain'
  readonly language: string
}

/**
 * The claims of a report as a W3C annotation collection of one page. Positions are in Unicode code points of the draft's text, as
 * the API gives it. Claims that stand nowhere in the draft are not in it. Source: Web Annotation Data Model (2017).
 */
export function annotationsOf(report: ExportedReport): object {
  const id = `${report.url}#annotations`
  const points = codePointsOf(report.draft.text)
  const items = report.claims.flatMap((claim) =>
    claim.span === null ? [] : [annotation(report, claim, claim.span, points)],
  )
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: `${report.title}, draft ${report.draft.number}`,
    creator: creatorOf(report),
    generator: GENERATOR,
    generated: instant(report.at),
    total: items.length,
    first: { id: `${id}-1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

function annotation(
  report: ExportedReport,
  claim: ExportedClaim,
  { start, end }: { readonly start: number; readonly end: number },
  points: CodePoints,
): object {
  const { draft, desk } = report
  const checked = claim.verdicts.at(-1)?.at
  return {
    id: `${desk.url}/claims/${claim.id}#annotation`,
    type: 'Annotation',
    motivation: 'assessing',
    creator: creatorOf(report),
    ...(checked === undefined ? {} : { created: instant(checked) }),
    generator: GENERATOR,
    body: bodiesOf(claim),
    target: {
      type: 'SpecificResource',
      source: `${desk.url}/api/v1/drafts/${draft.id}`,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: draft.text.slice(start, end),
          prefix: claim.prefix,
          suffix: claim.suffix,
        },
        { type: 'TextPositionSelector', start: points.before(start), end: points.before(end) },
      ],
    },
  }
}

const creatorOf = ({ desk }: ExportedReport): object => ({
  id: desk.url,
  type: 'Organization',
  name: desk.name ?? new URL(desk.url).host,
})

function bodiesOf(claim: ExportedClaim): Body[] {
  return [
    text('classifying', claim.status),
    text('identifying', `claim ${claim.number}`),
    text('describing', describe(claim)),
    ...claim.verdicts.flatMap(({ rationale, checker }) =>
      rationale === null ? [] : [text('describing', `${checker}: ${rationale}`)],
    ),
    ...claim.said.map((line) => text('describing', line)),
    ...claim.comments.map(({ words, by }) => text('commenting', `${by}: ${words}`)),
  ]
}

/** How it stands, on one line. */
const describe = (claim: ExportedClaim): string =>
  [
    `tests ${claim.tests}`,
    ...(claim.stale ? ['stale'] : []),
    ...(claim.differs ? ['checkers differ'] : []),
    ...(claim.outcome === null ? [] : [`outcome: ${claim.outcome}`]),
    ...(claim.settled ? ['settled'] : []),
    ...(claim.notes.length === 0
      ? []
      : [
          `${claim.notes.length === 1 ? 'note' : 'notes'} ${claim.notes.map(({ label }) => label).join(', ')}`,
        ]),
    ...claim.evidence.map(({ judgement, about }) => `${judgement}: ${about ?? 'a citation'}`),
  ].join('; ')

const text = (purpose: string, value: string): Body => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
  language: 'en',
})

/** The standard asks for whole seconds in UTC. */
const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
