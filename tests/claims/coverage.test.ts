import { describe, expect, test } from 'vitest'
import {
  coverageOf,
  setAsideOf,
  standingClassifications,
  type Classified,
  type CoveringClaim,
} from '../../src/claims/coverage.ts'
import type { Sentence } from '../../src/reading/document.ts'

const AT = new Date('2026-03-02T12:00:00.000Z')

const sentence = (start: number, end: number, kind: Sentence['kind'] = 'claim'): Sentence => ({
  start,
  end,
  kind,
})

const claim = (number: number, start: number, end: number, given: Partial<CoveringClaim> = {}) => ({
  id: `c${number}`,
  number,
  version: 1,
  status: 'unreviewed',
  setAside: null,
  start,
  end,
  ...given,
})

const said = (given: Partial<Classified>): Classified => ({
  id: 'k',
  claimId: null,
  start: 0,
  end: 0,
  kind: 'not checkable',
  because: 'opinion',
  words: null,
  by: 'Eve',
  at: AT,
  ...given,
})

describe('the coverage of a draft', () => {
  test('tells claims, the sentences that go on with them, and what is none', () => {
    const sentences = [
      sentence(0, 10, 'heading'),
      sentence(12, 20),
      sentence(21, 30),
      sentence(31, 40, 'question'),
    ]
    const rows = coverageOf(sentences, [claim(1, 12, 29)], [])
    expect(rows.map(({ as, display, continues, claim }) => [as, display, continues, claim?.number])).toEqual([
      ['not checkable', true, false, undefined],
      ['claim', false, false, 1],
      ['claim', false, true, 1],
      ['not checkable', false, false, undefined],
    ])
  })

  test('keeps the reading’s own reason where it gave one', () => {
    const [row] = coverageOf([{ ...sentence(0, 5, 'other'), because: 'byline' }], [], [])
    expect(row).toMatchObject({ kind: 'other', because: 'byline' })
  })

  test('counts as classified by hand what somebody classified or ruled on, and nothing else', () => {
    const sentences = [
      sentence(0, 10),
      sentence(11, 20),
      sentence(21, 30, 'opinion'),
      sentence(31, 40, 'opinion'),
    ]
    const claims = [claim(1, 0, 10, { status: 'disputed' }), claim(2, 11, 20)]
    const rows = coverageOf(sentences, claims, [said({ start: 21, end: 30 })])
    expect(rows.map((row) => row.byHand)).toEqual([true, false, true, false])
  })

  test('shows a claim that is set aside as not checkable, with its number and who said so', () => {
    const aside = claim(1, 0, 9, { setAside: 'not checkable' })
    const [row] = coverageOf([sentence(0, 10)], [aside], [said({ claimId: 'c1', start: 0, end: 10 })])
    expect(row).toMatchObject({
      as: 'not checkable',
      claim: { number: 1 },
      classified: { by: 'Eve' },
      byHand: true,
    })
  })

  test('lets the newest classification stand, and one of other words not at all', () => {
    const newer = said({ id: 'n', start: 0, end: 10, because: 'fragment' })
    const elsewhere = said({ id: 'e', start: 0, end: 12 })
    const rows = coverageOf([sentence(0, 10, 'other')], [], [said({ start: 0, end: 10 }), newer, elsewhere])
    expect(rows[0]?.classified?.id).toBe('n')
  })

  test('of 50,000 sentences takes less than half a second', () => {
    const sentences = Array.from({ length: 50_000 }, (_, i) => sentence(i * 10, i * 10 + 9))
    const claims = sentences.map(({ start, end }, i) => claim(i + 1, start, end))
    const before = performance.now()
    expect(coverageOf(sentences, claims, [])).toHaveLength(50_000)
    expect(performance.now() - before).toBeLessThan(500)
  })
})

describe('a claim', () => {
  const rows = [
    { id: 'a', kind: 'not checkable', withdraws: null },
    { id: 'b', kind: 'claim', withdraws: null },
    { id: 'c', kind: 'claim', withdraws: 'b' },
  ]

  test('is set aside by the newest classification that nobody took back', () => {
    expect(setAsideOf(null, 'reading', standingClassifications(rows))).toBe('not checkable')
    expect(setAsideOf(null, 'reading', standingClassifications(rows.slice(0, 2)))).toBeNull()
    expect(setAsideOf(null, 'reading', [])).toBeNull()
  })

  test('that was made by hand is one only while somebody says so', () => {
    expect(setAsideOf(null, 'hand', [])).toBe('not checkable')
    expect(setAsideOf(null, 'hand', [{ kind: 'claim' }])).toBeNull()
  })

  test('whose words a correction took away says that before anything else', () => {
    expect(setAsideOf('dropped', 'reading', [{ kind: 'claim' }])).toBe('dropped')
  })
})
