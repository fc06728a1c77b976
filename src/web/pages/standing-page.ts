import { scaleBand, scaleLinear } from 'd3-scale'
import type { Cell, Table } from '../../exports/tables/table.ts'
import {
  type Standing,
  type StandingLine,
  type StandingOf,
  standings,
} from '../../publication/standing/standing.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** How the desk's reports stand, that were published between two days. */
export interface StandingPage {
  /** Days, both included, as forms have them. */
  readonly from: string
  readonly to: string
  readonly reports: readonly ReportLine[]
  readonly total: readonly number[]
  readonly columns: readonly Column[]
  readonly chart: StandingChart | null
  readonly csv: string
}

interface Column {
  readonly words: string
  readonly hint: string
}

interface ReportLine {
  readonly id: string
  readonly title: string
  readonly at: TimeWords
  readonly cells: readonly number[]
}

/** Bars of the claims by what became of them. Lengths are the units of the drawing. */
export interface StandingChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly describes: string
  readonly bars: readonly {
    readonly words: string
    readonly className: string
    readonly count: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly middle: number
  }[]
}

const WORDS: Readonly<Record<StandingOf, string>> = {
  stood: 're-checked and stood',
  unchallenged: 'unchallenged',
  'in question': 'in question',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  'on author': 'on author',
  'not checked': 'not checked',
}

const HINTS: Readonly<Record<StandingOf, string>> = {
  stood: 'Somebody checked the published words again, and they stood.',
  unchallenged: 'Nobody has asked. That is not to have stood.',
  'in question': 'Challenged, or found otherwise since, and not re-checked to stand.',
  corrected: 'The readers were told a correction or clarification.',
  withdrawn: 'Every publication that it stood in was withdrawn.',
  'on author': 'Nobody could check it: the author vouched for it.',
  'not checked': 'It went out unchecked, by decision or over an open point.',
}

const COLUMNS: readonly (Column & { readonly of: (line: StandingLine) => number })[] = [
  { words: 'claims published', hint: 'Each once, however often it went out.', of: ({ claims }) => claims },
  ...standings.map((one) => ({
    words: WORDS[one],
    hint: HINTS[one],
    of: ({ counts }: StandingLine) => counts[one],
  })),
  { words: 'complaints upheld', hint: '', of: ({ complaints }) => complaints.upheld },
  { words: 'upheld in part', hint: 'Of the complaints.', of: ({ complaints }) => complaints.partly },
  { words: 'rejected', hint: 'Of the complaints.', of: ({ complaints }) => complaints.rejected },
  { words: 'open', hint: 'Of the complaints.', of: ({ complaints }) => complaints.open },
  { words: 'taken back', hint: 'Of the complaints.', of: ({ complaints }) => complaints.withdrawn },
  {
    words: 'fixes before',
    hint: 'Fixes that were in the text before it went out.',
    of: ({ fixes }) => fixes,
  },
]

/** A span of days, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

export function standingPage({ reports, total }: Standing, { from, to }: Days): StandingPage {
  return {
    ...{ from, to },
    columns: COLUMNS.map(({ words, hint }) => ({ words, hint })),
    reports: reports.map((line) => ({
      ...{ id: line.id, title: line.title, at: timeWords(line.publishedAt) },
      cells: COLUMNS.map(({ of }) => of(line)),
    })),
    total: COLUMNS.map(({ of }) => of(total)),
    chart: total.claims === 0 ? null : chartOf(total),
    csv: `/standing.csv?from=${from}&to=${to}`,
  }
}

const SIZE = { width: 520, row: 26, left: 160, right: 44 }

/** The line that stands beside the colour of a bar, as on the desk. */
const CLASSES: Readonly<Record<StandingOf, string>> = {
  stood: 'is-s',
  unchallenged: 'is-n',
  'in question': 'is-u',
  corrected: 'is-d',
  withdrawn: 'is-d',
  'on author': 'is-n',
  'not checked': 'is-n',
}

function chartOf({ counts, claims }: StandingLine): StandingChart {
  const most = Math.max(1, ...standings.map((one) => counts[one]))
  const x = scaleLinear([0, most], [0, SIZE.width - SIZE.left - SIZE.right])
  const height = SIZE.row * standings.length
  const y = scaleBand(standings, [0, height]).padding(0.3)
  return {
    ...{ width: SIZE.width, height, left: SIZE.left },
    describes: `Of ${claims} published claims: ${standings.map((one) => `${counts[one]} ${WORDS[one]}`).join(', ')}. The table has every figure.`,
    bars: standings.map((one) => ({
      ...{ words: WORDS[one], className: CLASSES[one], count: counts[one] },
      y: round(y(one) ?? 0),
      width: round(x(counts[one])),
      height: round(y.bandwidth()),
      middle: round((y(one) ?? 0) + y.bandwidth() / 2 + 3),
    })),
  }
}

const round = (length: number): number => Math.round(length * 10) / 10

/** The same as a table for a spreadsheet: one line for each report, and one for all. */
export function standingTable({ reports, total }: Standing): Table {
  const cells = (line: StandingLine): Cell[] => COLUMNS.map(({ of }) => of(line))
  return {
    name: 'Standing',
    columns: [
      { name: 'report', wide: true },
      { name: 'first published' },
      { name: 'publications' },
      ...COLUMNS.map(({ words }) => ({ name: words })),
    ],
    rows: [
      ...reports.map((one) => [one.title, one.publishedAt.toISOString(), one.publications, ...cells(one)]),
      ['all', null, sumOf(reports.map(({ publications }) => publications)), ...cells(total)],
    ],
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
