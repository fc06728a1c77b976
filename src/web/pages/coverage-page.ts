import { notCheckableReasons, type CoverageRow } from '../../claims/coverage.ts'
import type { Status } from '../../claims/vocabulary.ts'
import {
  coverageChoices,
  coverageRows,
  type Coverage,
  type CoverageChoice,
  type CoverageCounts,
} from '../../drafts/list-coverage.ts'
import type { TypedClassification } from '../forms/classification-form.ts'
import { classifiedWords, whyNot } from './coverage-words.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import type { Choice } from './ruling-forms.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { statusClass, statusWords } from './words.ts'

export interface CoveragePage {
  readonly draftId: string
  readonly show: CoverageChoice
  readonly page: number
  readonly counts: CoverageCounts
  readonly choices: readonly {
    readonly words: string
    readonly count: number
    readonly href: string | null
  }[]
  readonly rows: readonly SentenceRow[]
  readonly pages: PageLinks
  /** The display list under the sentences: its first rows, and where all of it is; null where it is what is shown. */
  readonly display: { readonly rows: readonly SentenceRow[]; readonly all: string | null } | null
  readonly mayClassify: boolean
}

/** A sentence with what it counts as, in words. */
export interface SentenceRow {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly isClaim: boolean
  readonly claim: {
    readonly number: number
    readonly href: string
    readonly status: string
    readonly statusClass: string
  } | null
  readonly continues: boolean
  /** "it gives an opinion", '' for a claim. */
  readonly because: string
  readonly byHand: boolean
  readonly classified: {
    readonly id: string
    readonly words: string
    readonly by: string
    readonly at: TimeWords
    readonly said: string | null
  } | null
  /** Of its form: what it was when the page was made, and what was typed into it. */
  readonly seen: string
  readonly seenVersion: string
  readonly reasons: readonly Choice[]
  readonly typed: string
  readonly open: boolean
}

interface Asked {
  readonly show: CoverageChoice
  readonly page: number
  readonly mayClassify: boolean
  readonly typed: TypedClassification | null
}

const PER_PAGE = 100

const CHOICE_WORDS: Readonly<Record<CoverageChoice, string>> = {
  all: 'All sentences',
  claims: 'In claims',
  'not-checkable': 'Not checkable',
  unclassified: 'Not classified by hand',
  display: 'Display: headings and captions',
}

export function coverageAddress(reportId: string, show: CoverageChoice, page: number): string {
  const query = new URLSearchParams()
  if (show !== 'all') query.set('show', show)
  if (page > 1) query.set('page', String(page))
  return `/reports/${encodeURIComponent(reportId)}/coverage${query.size === 0 ? '' : `?${query.toString()}`}`
}

export function coveragePage(coverage: Coverage, asked: Asked): CoveragePage {
  const { draftId, reportId, counts } = coverage
  const { show, page, mayClassify, typed } = asked
  const chosen = coverageRows(coverage, show)
  const rowsOf = (rows: readonly CoverageRow[]): SentenceRow[] =>
    rows.map((row) => sentenceRow(coverage, row, typed?.start === row.start ? typed : null))
  const total = chosen.length
  return {
    draftId,
    show,
    page,
    counts,
    choices: coverageChoices.map((choice) => ({
      words: CHOICE_WORDS[choice],
      count: countOf(counts, choice),
      href: choice === show ? null : coverageAddress(reportId, choice, 1),
    })),
    rows: rowsOf(chosen.slice((page - 1) * PER_PAGE, page * PER_PAGE)),
    pages: pageLinks({ page, perPage: PER_PAGE, total }, (to) => coverageAddress(reportId, show, to)),
    display: show === 'display' ? null : displayList(coverage, rowsOf),
    mayClassify,
  }
}

function displayList(
  coverage: Coverage,
  rowsOf: (rows: readonly CoverageRow[]) => SentenceRow[],
): CoveragePage['display'] {
  const all = coverageRows(coverage, 'display')
  return {
    rows: rowsOf(all.slice(0, PER_PAGE)),
    all: all.length > PER_PAGE ? coverageAddress(coverage.reportId, 'display', 1) : null,
  }
}

function countOf(counts: CoverageCounts, choice: CoverageChoice): number {
  if (choice === 'all') return counts.sentences
  return choice === 'not-checkable' ? counts.notCheckable : counts[choice]
}

function sentenceRow(
  { text, reportId }: Coverage,
  row: CoverageRow,
  typed: TypedClassification | null,
): SentenceRow {
  const { start, end, claim, classified, continues, byHand } = row
  return {
    start,
    end,
    words: text.slice(start, end).replace(/\s+/g, ' '),
    isClaim: row.as === 'claim',
    claim:
      claim === null
        ? null
        : { ...claimWords(claim), href: `/reports/${reportId}/desk?claim=${claim.number}#claim` },
    continues,
    because: whyNot(row),
    byHand,
    classified:
      classified === null
        ? null
        : {
            id: classified.id,
            words: classifiedWords(classified),
            by: classified.by,
            at: timeWords(classified.at),
            said: classified.words,
          },
    seen: classified?.id ?? '',
    seenVersion: claim === null ? '' : String(claim.version),
    reasons: notCheckableReasons.map((value) => ({ value, words: value, chosen: value === typed?.because })),
    typed: typed?.words ?? '',
    open: typed !== null,
  }
}

const claimWords = ({ number, status }: NonNullable<CoverageRow['claim']>) => ({
  number,
  status: statusWords[status as Status],
  statusClass: statusClass[status as Status],
})
