import { describe, expect, test } from 'vitest'
import { statusCounts } from '../../../src/drafts/then/status-counts.ts'
import type { ReplayedClaim } from '../../../src/history/replay.ts'
import { BEGINNING } from '../../../src/history/standing.ts'
import { historyChart } from '../../../src/web/pages/history-chart.ts'

const day = (number: number): Date => new Date(Date.UTC(2026, 4, number))

const claims = (...how: readonly Partial<ReplayedClaim>[]): ReplayedClaim[] =>
  how.map((one, i) => ({ ...BEGINNING, claimId: null, number: i + 1, seq: 1, ...one }))

const points = [
  { from: day(3), counts: statusCounts(claims({}, {}, {})) },
  { from: day(4), counts: statusCounts(claims({ status: 'disputed' }, {}, {})) },
  { from: day(5), counts: statusCounts(claims({ status: 'disputed' }, {}, {})) },
  {
    from: day(6),
    counts: statusCounts(
      claims(
        { status: 'disputed', stale: true },
        { status: 'substantiated', settled: true },
        {},
        { setAside: 'dropped' },
      ),
    ),
  },
]
const chart = historyChart({ unit: 'day', points, end: day(7) }, [
  { at: day(3), kind: 'draft', words: 'draft 1' },
  { at: new Date(Date.UTC(2026, 4, 6, 15)), kind: 'draft', words: 'draft 2' },
  { at: day(9), kind: 'publication', words: 'published' },
])

describe('the chart of a history', () => {
  test('draws one band for each status that any claim had, and another for what was reworded', () => {
    expect(chart.layers.map(({ className, stale }) => `${className}${stale ? ' stale' : ''}`)).toEqual([
      'is-s',
      'is-d',
      'is-d stale',
      'is-n',
    ])
    for (const { path } of chart.layers) expect(path).toMatch(/^M[\d.,MLZ-]+Z$/)
  })

  test('lists the days on which something changed, and leaves out the others', () => {
    expect(chart.rows.map((row) => row.day)).toEqual(['3 May 2026', '4 May 2026', '6 May 2026'])
    expect(chart.rows[2]).toEqual({
      day: '6 May 2026',
      counts: [
        { className: 'is-s', count: 1 },
        { className: 'is-u', count: 0 },
        { className: 'is-d', count: 1 },
        { className: 'is-n', count: 1 },
      ],
      stale: 1,
      settled: 1,
      total: 3,
      marks: 'draft 2',
    })
  })

  test('marks a draft where its day begins, since the counts of a day are those at its end', () => {
    expect(chart.marks.map(({ x, words }) => [x, words])).toEqual([
      [30, 'draft 1'],
      [361.5, 'draft 2'],
    ])
  })

  test('gives marks that are close together lines of their own, and words only where there is room', () => {
    const crowded = historyChart(
      { unit: 'day', points, end: day(7) },
      [1, 2, 3].map((number) => ({ at: day(3), kind: 'draft', words: `draft ${number}` }) as const),
    )
    expect(crowded.marks.map(({ row, words }) => [row, words])).toEqual([
      [0, 'draft 1'],
      [1, 'draft 2'],
      [1, ''],
    ])
  })

  test('says in words what it shows', () => {
    expect(chart.describes).toBe(
      'A stacked area for each day from 3 May 2026 to 6 May 2026. At first: 0 substantiated, 0 unsubstantiated, 0 disputed, 3 to check. At the end: 1 substantiated, 0 unsubstantiated, 1 disputed, 1 to check. 2 drafts are marked. The table below has every figure.',
    )
  })

  test('of a report without claims has no bands', () => {
    const empty = historyChart(
      { unit: 'minute', points: [{ from: day(3), counts: statusCounts([]) }], end: day(4) },
      [],
    )
    expect(empty.layers).toEqual([])
    expect(empty.rows).toHaveLength(1)
  })
})
