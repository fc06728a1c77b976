import { describe, expect, test } from 'vitest'
import {
  type PublishedClaim,
  type PublishedReport,
  standingAcross,
  standingOf,
  standings,
} from '../../src/publication/standing/standing.ts'
import { standingTable } from '../../src/web/pages/standing-page.ts'

const at = (day: number): Date => new Date(Date.UTC(2026, 4, day))

const claim = (part: Partial<PublishedClaim> = {}): PublishedClaim => ({
  ...{ status: 'substantiated', outcome: 'stands', withdrawn: false, corrected: false },
  ...{ openRecheck: false, complaints: [], found: null, ...part },
})
const complaint = (state: string, entered: number, decided: number | null) => ({
  ...{ state, enteredAt: at(entered), decidedAt: decided === null ? null : at(decided) },
})
const found = (day: number, status = 'substantiated') => ({ at: at(day), status })

const cases: readonly (readonly [string, Partial<PublishedClaim>, string])[] = [
  ['nobody asked', {}, 'unchallenged'],
  ['disputed when it went out, and nobody asked since', { status: 'disputed' }, 'unchallenged'],
  ['somebody checked the words again', { found: found(9) }, 'stood'],
  ['somebody found otherwise', { found: found(9, 'disputed') }, 'in question'],
  ['it is to be checked again', { openRecheck: true }, 'in question'],
  ['it was checked again, and is to be once more', { openRecheck: true, found: found(9) }, 'in question'],
  ['a complaint is open', { complaints: [complaint('open', 3, null)] }, 'in question'],
  [
    'an open complaint outweighs a check',
    { complaints: [complaint('open', 3, null)], found: found(9) },
    'in question',
  ],
  [
    'a complaint was upheld and nobody checked again',
    { complaints: [complaint('upheld', 3, 5)] },
    'in question',
  ],
  [
    'checked before a complaint was upheld',
    { complaints: [complaint('upheld', 3, 5)], found: found(4) },
    'in question',
  ],
  [
    'checked after a complaint was upheld',
    { complaints: [complaint('partly', 3, 5)], found: found(6) },
    'stood',
  ],
  ['a complaint was rejected without a check', { complaints: [complaint('rejected', 3, 5)] }, 'in question'],
  [
    'a complaint was rejected on a check',
    { complaints: [complaint('rejected', 3, 5)], found: found(4) },
    'stood',
  ],
  ['who complained took it back', { complaints: [complaint('withdrawn', 3, 5)] }, 'unchallenged'],
  [
    'it was corrected, whatever else',
    { corrected: true, found: found(9), outcome: 'on author' },
    'corrected',
  ],
  ['it was withdrawn, whatever else', { withdrawn: true, corrected: true }, 'withdrawn'],
  ['the author vouched', { outcome: 'on author' }, 'on author'],
  ['it went out unchecked by decision', { outcome: 'not checked' }, 'not checked'],
  ['it went out unchecked over an open point', { status: 'unreviewed', outcome: null }, 'not checked'],
]

describe('a published claim', () => {
  test.each(cases)('%s', (_, part, expected) => {
    expect(standingOf(claim(part))).toBe(expected)
  })
})

const report = (id: string, day: number, part: Partial<PublishedReport> = {}): PublishedReport => ({
  ...{ id, title: id, publishedAt: at(day), publications: 1 },
  ...{
    claims: cases.map(([, given]) => claim(given)),
    complaints: ['open', 'upheld', 'rejected'],
    fixes: 2,
    ...part,
  },
})

describe('standing across reports', () => {
  test('counts every claim once: the categories add up', () => {
    const { reports, total } = standingAcross([report('b', 9), report('a', 3, { claims: [claim()] })])
    for (const line of [...reports, total])
      expect(standings.reduce((sum, one) => sum + line.counts[one], 0)).toBe(line.claims)
    expect(total.claims).toBe(cases.length + 1)
    expect(reports.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(total.complaints).toEqual({ open: 2, upheld: 2, partly: 0, rejected: 2, withdrawn: 0 })
    expect(total.fixes).toBe(4)
  })

  test('never counts what nobody asked about as stood', () => {
    const { total } = standingAcross([
      report('a', 3, { claims: [claim(), claim(), claim({ found: found(9) })] }),
    ])
    expect(total.counts).toMatchObject({ stood: 1, unchallenged: 2 })
  })

  test('is nothing where nothing was published', () => {
    expect(standingAcross([])).toMatchObject({ reports: [], total: { claims: 0, fixes: 0 } })
  })

  test('is a table with a line for each report and one for all', () => {
    const { rows, columns } = standingTable(standingAcross([report('=HYPERLINK("x")', 3)]))
    expect(rows.map((row) => row[0])).toEqual(['=HYPERLINK("x")', 'all'])
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
