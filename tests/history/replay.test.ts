import { describe, expect, test } from 'vitest'
import { momentOf } from '../../src/history/moment.ts'
import { differencesFrom, replay, type ReplayEvent } from '../../src/history/replay.ts'
import { BEGINNING, saidStanding, type Standing } from '../../src/history/standing.ts'

const event = (seq: number, kind: string, payload: ReplayEvent['payload']): ReplayEvent => ({
  seq,
  at: new Date(Date.UTC(2026, 0, seq)).toISOString(),
  kind,
  claimId: null,
  payload,
})

const standing = (number: number, how: Partial<Standing> = {}): Standing => ({
  ...BEGINNING,
  claimId: `claim-${number}`,
  number,
  ...how,
})

const imported = event(1, 'report.imported', { claims: 3, draft: 1 })
const ruled = event(2, 'verdict.recorded', {
  standings: [saidStanding(standing(2, { version: 2, status: 'disputed', checkers: 1 }))],
})
const drafted = event(3, 'draft.imported', {
  draft: 2,
  standings: [
    saidStanding(standing(2, { version: 3, status: 'disputed', stale: true, placement: 'edited' })),
    saidStanding(standing(4)),
  ],
})

describe('replaying events', () => {
  test('begins with as many claims as were imported, each as every claim begins', () => {
    const { claims, draft, seq } = replay([imported])
    expect([...claims.keys()]).toEqual([1, 2, 3])
    expect(claims.get(2)).toEqual({ ...BEGINNING, claimId: null, number: 2, seq: 1 })
    expect({ draft, seq }).toEqual({ draft: 1, seq: 1 })
  })

  test('takes the standings of each event, new claims among them, and leaves the others', () => {
    const { claims, draft } = replay([imported, ruled, drafted])
    expect(draft).toBe(2)
    expect(claims.get(2)).toMatchObject({ status: 'disputed', stale: true, placement: 'edited', seq: 3 })
    expect(claims.get(2)).toMatchObject({ checkers: 0 })
    expect(claims.get(4)).toMatchObject({ status: 'unreviewed', version: 1, seq: 3 })
    expect(claims.get(1)).toMatchObject({ status: 'unreviewed', seq: 1 })
  })

  test('at an earlier event knows nothing of the later ones', () => {
    expect(replay([imported, ruled]).claims.get(2)).toMatchObject({ status: 'disputed', stale: false })
    expect(replay([]).draft).toBe(0)
  })

  test('says of a standing only what is not as every claim begins', () => {
    expect(saidStanding(standing(7, { version: 2, settled: true }))).toEqual({
      claimId: 'claim-7',
      number: 7,
      version: 2,
      settled: true,
    })
  })
})

describe('a standing that does not follow from the events', () => {
  const after = replay([imported, ruled])
  const disputed = standing(2, { version: 2, status: 'disputed', checkers: 1 })

  test('is none where every claim stands as the events left it', () => {
    expect(differencesFrom(after, [standing(1), disputed, standing(3)])).toEqual([])
  })

  test.each([
    [
      'another status',
      [standing(1), { ...disputed, status: 'substantiated' }, standing(3)],
      2,
      'has status substantiated, and by its history disputed',
    ],
    [
      'another version',
      [standing(1, { version: 2 }), disputed, standing(3)],
      1,
      'has version 2, and by its history 1',
    ],
    ['a claim that is gone', [standing(1), disputed], 1, 'is gone'],
    [
      'a claim that nothing tells of',
      [standing(1), disputed, standing(3), standing(9)],
      0,
      'stands in no event of its history',
    ],
    [
      'another claim under its number',
      [standing(1), { ...disputed, claimId: 'other' }, standing(3)],
      2,
      'is another claim than in its history',
    ],
  ])('%s', (_, standings, seq, what) => {
    const [first, ...others] = differencesFrom(after, standings)
    expect(others).toEqual([])
    expect(first?.seq).toBe(seq)
    expect(first?.what).toContain(what)
  })

  test('is not held against a claim whose last word came before an event that was destroyed', () => {
    const destroyed = replay([imported, ruled, event(3, 'verdict.recorded', null)])
    expect(
      differencesFrom(destroyed, [standing(1), { ...disputed, status: 'substantiated' }, standing(3)]),
    ).toEqual([])
    const told = replay([imported, event(2, 'verdict.recorded', null), { ...ruled, seq: 3 }])
    expect(differencesFrom(told, [standing(1), { ...disputed, stale: true }, standing(3)])).toHaveLength(1)
  })
})

describe('a moment', () => {
  test.each([
    ['2026-05-03', '2026-05-03T23:59:59.999Z'],
    ['2026-05-03T14:00', '2026-05-03T14:00:59.999Z'],
    ['2026-05-03T14:00:07', '2026-05-03T14:00:07.999Z'],
    ['2026-05-03T14:00:07.123Z', '2026-05-03T14:00:07.123Z'],
  ])('%s is meant to its end', (given, end) => {
    expect(momentOf(given)).toEqual({ at: new Date(end), given })
  })

  test.each(['', 'yesterday', '2026-02-30', '2026-05-03T25:00', '2026-5-3', '2026-05-03T14:00+02:00'])(
    '“%s” is none',
    (given) => {
      expect(momentOf(given)).toBeNull()
    },
  )
})
