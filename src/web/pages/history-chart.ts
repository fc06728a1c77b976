import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, stack } from 'd3-shape'
import type { Status } from '../../claims/vocabulary.ts'
import type { CountsOverTime } from '../../drafts/then/counts-over-time.ts'
import type { StatusCounts } from '../../drafts/then/status-counts.ts'
import { statusClass, statusWords } from './words.ts'

/** The evidence status of a report's claims over time, drawn and as a table. Lengths are the units of the drawing. */
export interface HistoryChart {
  readonly width: number
  readonly height: number
  /** Of the lines that carry the figures and the days. */
  readonly base: number
  readonly left: number
  readonly right: number
  readonly title: string
  /** What the drawing shows, in words. */
  readonly describes: string
  readonly layers: readonly ChartLayer[]
  readonly lines: readonly { readonly y: number; readonly words: string }[]
  readonly days: readonly { readonly x: number; readonly words: string }[]
  readonly marks: readonly ChartMark[]
  readonly unit: CountsOverTime['unit']
  readonly rows: readonly ChartRow[]
}

/** One band: a status, or the part of it that was reworded since it was checked. */
export interface ChartLayer {
  readonly className: string
  readonly stale: boolean
  readonly path: string
}

/** A draft or a publication. */
export interface ChartMark {
  readonly x: number
  readonly words: string
  readonly kind: 'draft' | 'publication'
  /** Which of the lines above the drawing carries its words, so that none stands on another. */
  readonly row: number
}

/** One stretch of time after which something stood otherwise. */
export interface ChartRow {
  readonly day: string
  readonly counts: readonly { readonly className: string; readonly count: number }[]
  readonly stale: number
  readonly settled: number
  readonly total: number
  /** "draft 2 · published" */
  readonly marks: string
}

/** What is marked on the chart. `at`: when it happened. */
export interface Marked {
  readonly at: Date
  readonly kind: ChartMark['kind']
  readonly words: string
}

const SIZE = { width: 480, height: 220, left: 30, right: 8, top: 30, bottom: 20 }
/** From the ground up: what is settled as it should be first, what is to check on top. */
const ORDER = [
  'substantiated',
  'unsubstantiated',
  'disputed',
  'unreviewed',
] as const satisfies readonly Status[]
/** Units between the words of two marks on one line. */
const MARK_WIDTH = 52
const MARK_ROWS = 2

const HOUR = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

type Key = `${Status} ${'now' | 'stale'}`

const KEYS = ORDER.flatMap((status): Key[] => [`${status} now`, `${status} stale`])

/** The chart of some counts, with what happened marked on it. */
export function historyChart({ unit, points, end }: CountsOverTime, marked: readonly Marked[]): HistoryChart {
  const first = points[0]?.from ?? end
  const most = Math.max(1, ...points.map(({ counts }) => counts.total))
  const x = scaleUtc([first, end], [SIZE.left, SIZE.width - SIZE.right])
  const y = scaleLinear([0, most], [SIZE.height - SIZE.bottom, SIZE.top])
  const within = marked.filter(({ at }) => at <= end)
  return {
    width: SIZE.width,
    height: SIZE.height,
    base: SIZE.height - SIZE.bottom,
    left: SIZE.left,
    right: SIZE.width - SIZE.right,
    title: `Evidence status by ${unit}`,
    describes: describe(points, end, unit, within),
    layers: layersOf(points, end, x, y),
    lines: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((count) => ({ y: round(y(count)), words: String(count) })),
    days: x.ticks(4).map((at) => ({ x: round(x(at)), words: (isShort(unit) ? HOUR : DAY).format(at) })),
    marks: marksOf(within, (at) => round(x(startOf(points, at)))),
    unit,
    rows: rowsOf(points, end, unit, within),
  }
}

function layersOf(
  points: CountsOverTime['points'],
  end: Date,
  x: (at: Date) => number,
  y: (count: number) => number,
): ChartLayer[] {
  const last = points.at(-1)
  const columns = [...points, ...(last === undefined ? [] : [{ ...last, from: end }])]
  const draw = area<{ readonly 0: number; readonly 1: number; readonly data: (typeof columns)[number] }>()
    .x(({ data }) => x(data.from))
    .y0((band) => y(band[0]))
    .y1((band) => y(band[1]))
    .curve(curveStepAfter)
    .digits(1)
  const bands = stack<unknown, (typeof columns)[number], Key>()
    .keys(KEYS)
    .value(({ counts }, key) => countOf(counts, key))(columns)
  return bands.flatMap((band) => {
    const [status, stale] = band.key.split(' ') as [Status, string]
    const empty = band.every((one) => one[0] === one[1])
    return empty ? [] : [{ className: statusClass[status], stale: stale === 'stale', path: draw(band) ?? '' }]
  })
}

function countOf(counts: StatusCounts, key: Key): number {
  const [status, stale] = key.split(' ') as [Status, string]
  return stale === 'stale' ? counts[status].stale : counts[status].all - counts[status].stale
}

/** A mark stands where its stretch begins, since the counts drawn there are those at its end. */
const startOf = (points: CountsOverTime['points'], at: Date): Date =>
  points.findLast(({ from }) => from <= at)?.from ?? at

/** Each mark's words stand on the first line where they have room. */
function marksOf(marked: readonly Marked[], x: (at: Date) => number): ChartMark[] {
  const taken = Array.from({ length: MARK_ROWS }, () => -Infinity)
  return marked
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, kind, words }) => {
      const place = Math.max(SIZE.left, Math.min(x(at), SIZE.width - SIZE.right))
      const free = taken.findIndex((until) => until <= place)
      const row = free === -1 ? MARK_ROWS - 1 : free
      const room = free !== -1
      if (room) taken[row] = place + MARK_WIDTH
      return { x: place, kind, words: room ? words : '', row }
    })
}

function rowsOf(
  points: CountsOverTime['points'],
  end: Date,
  unit: CountsOverTime['unit'],
  marked: readonly Marked[],
): ChartRow[] {
  return points.flatMap(({ from, counts }, i) => {
    const until = points[i + 1]?.from ?? end
    const marks = marked.filter(({ at }) => at >= from && at < until).map(({ words }) => words)
    const before = points[i - 1]?.counts
    if (i > 0 && marks.length === 0 && JSON.stringify(before) === JSON.stringify(counts)) return []
    return [
      {
        day: isShort(unit) ? `${LONG.format(from)}, ${HOUR.format(from)}` : LONG.format(from),
        counts: ORDER.map((status) => ({ className: statusClass[status], count: counts[status].all })),
        stale: ORDER.reduce((sum, status) => sum + counts[status].stale, 0),
        settled: counts.settled,
        total: counts.total,
        marks: marks.join(' · '),
      },
    ]
  })
}

function describe(
  points: CountsOverTime['points'],
  end: Date,
  unit: string,
  marked: readonly Marked[],
): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return 'There is nothing to show yet.'
  const stood = (counts: StatusCounts): string =>
    ORDER.map((status) => `${counts[status].all} ${statusWords[status]}`).join(', ')
  const drafts = marked.filter(({ kind }) => kind === 'draft').length
  return (
    `A stacked area for each ${unit} from ${LONG.format(first.from)} to ${LONG.format(new Date(end.getTime() - 1))}. ` +
    `At first: ${stood(first.counts)}. At the end: ${stood(last.counts)}. ` +
    `${drafts} ${drafts === 1 ? 'draft is' : 'drafts are'} marked. The table below has every figure.`
  )
}

/** The heads of the table's columns, in their order. */
export const chartColumns = ORDER.map((status) => ({
  words: statusWords[status],
  className: statusClass[status],
}))

/** Within a day the hour tells more than the date. */
const isShort = (unit: CountsOverTime['unit']): boolean => unit === 'minute' || unit === 'hour'

const round = (length: number): number => Math.round(length * 10) / 10
