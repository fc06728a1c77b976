import { codePointsOf, type CodePoints } from '../../text/code-points.ts'
import type { ExportedClaim, ExportedEvidence, ExportedReport } from '../exported-report.ts'
import type { Inclusion } from '../formats.ts'
import type { Cell, Table } from './table.ts'

/** The columns that may come back (src/imports/claims). */
export const RETURNING = {
  number: 'number',
  version: 'version',
  quote: 'quote',
  risk: 'risk',
  reason: 'risk reason',
  assignee: 'assigned to',
  comment: 'new comment',
} as const

interface Told {
  readonly titles: ReadonlyMap<string, string>
  readonly points: CodePoints
}

interface Column {
  readonly name: string
  readonly wide?: boolean
  /** Only where this was named. */
  readonly of?: Inclusion
  readonly cell: (claim: ExportedClaim, told: Told) => Cell
}

type Ruled = Pick<
  ExportedClaim,
  'status' | 'stale' | 'differs' | 'outcome' | 'settled' | 'confidence' | 'verdicts'
>

const yes = (is: boolean): string => (is ? 'yes' : '')
const lines = (cells: readonly string[]): string => cells.join('\n')

/** What follows from verdicts. It leaves, and never comes back. */
export const VERDICT_COLUMNS: readonly { readonly name: string; readonly cell: (claim: Ruled) => string }[] =
  [
    { name: 'status', cell: ({ status }) => status },
    { name: 'stale', cell: ({ stale }) => yes(stale) },
    { name: 'checkers differ', cell: ({ differs }) => yes(differs) },
    { name: 'outcome', cell: ({ outcome }) => outcome ?? '' },
    { name: 'settled', cell: ({ settled }) => yes(settled) },
    { name: 'confidence as assessed', cell: ({ confidence }) => confidence.asAssessed ?? '' },
    {
      name: 'checkers',
      cell: ({ verdicts }) => [...new Set(verdicts.map(({ checker }) => checker))].join('; '),
    },
  ]

const COLUMNS: readonly Column[] = [
  { name: RETURNING.number, cell: ({ number }) => number },
  { name: RETURNING.version, cell: ({ version }) => version },
  { name: RETURNING.quote, wide: true, cell: ({ quote }) => quote },
  ...VERDICT_COLUMNS,
  { name: 'confidence as written', cell: ({ confidence }) => confidence.asWritten },
  { name: RETURNING.risk, cell: ({ risk }) => risk },
  { name: RETURNING.reason, cell: () => '' },
  { name: RETURNING.assignee, cell: ({ assignee }) => assignee },
  { name: RETURNING.comment, wide: true, cell: () => '' },
  { name: 'attribution', cell: ({ attribution }) => attribution?.text ?? '' },
  { name: 'tests', cell: ({ tests }) => tests },
  { name: 'notes', cell: ({ notes }) => notes.map(({ label }) => label).join(', ') },
  {
    name: 'sources',
    wide: true,
    cell: ({ cites }, { titles }) => lines(cites.map((id) => titles.get(id) ?? '')),
  },
  { name: 'evidence', wide: true, cell: ({ evidence }) => lines(evidence.map(inWords)) },
  { name: 'section', cell: ({ section }) => section },
  { name: 'page', cell: ({ page }) => page },
  { name: 'placement', cell: ({ placement }) => placement },
  { name: 'start', cell: ({ span }, { points }) => (span === null ? null : points.before(span.start)) },
  { name: 'end', cell: ({ span }, { points }) => (span === null ? null : points.before(span.end)) },
  {
    name: 'rationale',
    wide: true,
    of: 'rationale',
    cell: ({ verdicts }) =>
      lines(
        verdicts.flatMap(({ checker, rationale }) => (rationale === null ? [] : `${checker}: ${rationale}`)),
      ),
  },
  { name: 'contacts', wide: true, of: 'contacts', cell: ({ said }) => lines(said) },
  { name: 'comments', wide: true, of: 'comments', cell: (claim) => commentsOf(claim, false) },
  {
    name: 'privileged comments',
    wide: true,
    of: 'privileged-comments',
    cell: (claim) => commentsOf(claim, true),
  },
  { name: 'confidence score', of: 'scores', cell: ({ scores }) => scores?.confidence ?? null },
  { name: 'check-worthiness score', of: 'scores', cell: ({ scores }) => scores?.checkworthy ?? null },
]

/** One line for each claim. Places are in Unicode code points of the draft's text. */
export function claimsTable(report: ExportedReport): Table {
  const columns = COLUMNS.filter(({ of }) => of === undefined || report.included.includes(of))
  const told = {
    titles: new Map(report.sources.map(({ id, title }) => [id, title])),
    points: codePointsOf(report.draft.text),
  }
  return {
    name: 'Claims',
    columns,
    rows: report.claims.map((claim) => columns.map(({ cell }) => cell(claim, told))),
  }
}

/** The sources, one line each. */
export const sourcesTable = ({ sources }: ExportedReport): Table => ({
  name: 'Sources',
  columns: [
    { name: 'title', wide: true },
    { name: 'kind' },
    { name: 'reliability' },
    { name: 'fallen' },
    { name: 'address', wide: true },
    { name: 'authors' },
    { name: 'outlet' },
    { name: 'date' },
  ],
  rows: sources.map(({ title, kind, reliability, fallen, url, work }) => [
    ...[title, kind, reliability, fallen, url],
    (work.author ?? [])
      .map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '))
      .join('; '),
    work['container-title'] ?? work.publisher ?? '',
    (work.issued?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('-'),
  ]),
})

const inWords = ({ judgement, about, judgedBy }: ExportedEvidence): string =>
  `${judgement}: ${about ?? 'a citation'} (${judgedBy})`

const commentsOf = ({ comments }: ExportedClaim, privileged: boolean): string =>
  lines(
    comments
      .filter((comment) => comment.privileged === privileged)
      .map(({ by, words, at }) => `${by}, ${at.toISOString().slice(0, 10)}: ${words}`),
  )
