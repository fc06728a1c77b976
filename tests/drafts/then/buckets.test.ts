import { describe, expect, test } from 'vitest'
import { bucketsBetween } from '../../../src/drafts/then/buckets.ts'

const at = (text: string): Date => new Date(`${text}:00.000Z`)

describe('stretches of time', () => {
  test.each([
    ['minutes within two hours', '2026-01-05T08:01', '2026-01-05T08:20', 'minute', 20],
    ['hours within a day', '2026-01-05T08:01', '2026-01-05T17:30', 'hour', 10],
    ['days beyond', '2026-01-05T08:01', '2026-01-09T07:00', 'day', 5],
    ['weeks beyond a year', '2026-01-05T08:01', '2027-06-05T07:00', 'week', 74],
    ['one where all happened at once', '2026-01-05T08:01', '2026-01-05T08:01', 'minute', 1],
  ])('are %s', (_, first, last, unit, count) => {
    const buckets = bucketsBetween(at(first), at(last))
    expect(buckets.unit).toBe(unit)
    expect(buckets.starts).toHaveLength(count)
    expect(buckets.starts[0]?.getTime()).toBeLessThanOrEqual(at(first).getTime())
    expect(buckets.end.getTime()).toBeGreaterThan(at(last).getTime())
  })

  test('begin with the day, by UTC', () => {
    expect(bucketsBetween(at('2026-01-05T08:01'), at('2026-01-09T07:00')).starts[1]).toEqual(
      at('2026-01-06T00:00'),
    )
  })
})
