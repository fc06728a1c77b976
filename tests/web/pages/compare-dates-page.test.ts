import { expect, test } from 'vitest'
import type { ClaimView } from '../../../src/claims/claim-view.ts'
import type { ClaimCounts } from '../../../src/drafts/report-view.ts'
import { compareClaims } from '../../../src/drafts/then/compare-claims.ts'
import type { HistoryEvent } from '../../../src/history/list-events.ts'
import { comparePage } from '../../../src/web/pages/compare-dates-page.ts'

const claim = (number: number, given: Partial<ClaimView> = {}): ClaimView => ({
  ...{ id: `claim-${number}`, number, version: 1, quote: 'The weir held.', start: 0, end: 14, page: null },
  ...{ placement: 'placed', status: 'unreviewed', stale: false, differs: false, outcome: null },
  ...{ settled: false, setAside: null, risk: 'ordinary', checkers: 0, needsSecond: false, objections: 0 },
  ...{ rechecks: 0, reviewAfter: null, group: null, hidden: false, attribution: null, notes: [] },
  confidence: { asWritten: 'high', asAssessed: null, score: 1, cues: [], boosters: [] },
  tests: 'that it is so',
  ...given,
})

const COUNTS: ClaimCounts = {
  ...{ total: 3, substantiated: 0, unsubstantiated: 0, disputed: 0, unreviewed: 3, stale: 0, settled: 0 },
}
const pageOf = (
  before: readonly ClaimView[],
  after: readonly ClaimView[],
  events: readonly HistoryEvent[] = [],
) =>
  comparePage(compareClaims(before, after), { from: COUNTS, to: { ...COUNTS, total: after.length } }, events)

test('claims that stand as they stood are not listed', () => {
  const all = [claim(1), claim(2)]
  expect(pageOf(all, all)).toMatchObject({ words: 'All 2 claims stand as they stood.', rows: [] })
})

test('a ruling is told with what it changed, and with the events behind it', () => {
  const event: HistoryEvent = {
    ...{ chain: 'report', seq: 2, at: '2026-03-03T09:00:00.000Z', actor: 'ana', actorName: 'Ana' },
    ...{ kind: 'outcome.decided', claimId: 'claim-2', hash: 'h', prevHash: 'p' },
    payload: { claimId: 'claim-2', number: 2, version: 2, outcome: 'stands', reasonHash: null },
  }
  const ruled = claim(2, { status: 'substantiated', outcome: 'stands', settled: true })
  const { rows, words } = pageOf([claim(1), claim(2)], [claim(1), ruled], [event])
  expect(words).toBe('1 of 2 claims stands otherwise: 1 of another status.')
  expect(rows).toMatchObject([
    {
      number: 2,
      from: { words: 'to check', className: 'is-n' },
      to: { words: 'substantiated', className: 'is-s' },
      changes: ['outcome: none → stands', 'settled'],
      happened: [{ at: { iso: '2026-03-03T09:00:00.000Z' } }],
    },
  ])
  expect(rows[0]?.happened[0]?.sentence).toContain('Ana')
})

test('words, places and what is new or gone are counted apart', () => {
  const before = [claim(1), claim(2, { start: 20 }), claim(3)]
  const after = [
    claim(1, { quote: 'The weir broke.', stale: true }),
    claim(2, { start: null, end: null, placement: 'orphaned' }),
    claim(4),
  ]
  const { rows, words } = pageOf(before, after)
  expect(words).toBe('4 of 3 claims stand otherwise: 1 new, 1 with other words, 1 not found.')
  expect(rows.map(({ number, changes }) => [number, changes])).toEqual([
    [1, ['reworded since checked', 'other words']],
    [2, ['not found: cut or moved?']],
    [4, ['a new claim']],
    [3, ['was no claim of it any more']],
  ])
  expect(rows[0]?.words.some(({ kind }) => kind !== 'same')).toBe(true)
  expect(rows[2]).toMatchObject({ from: null, words: [{ kind: 'same', words: 'The weir held.' }] })
})
