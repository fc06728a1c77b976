import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const scoreOf = (text: string): number => read(text).checkworthy.score

describe('check-worthiness orders what a desk should look at first', () => {
  test('a claim with figures comes before small talk', () => {
    expect(scoreOf('Unemployment rose by 12 percent and 300,000 people lost their jobs.')).toBeGreaterThan(
      scoreOf('Thank you very much, it is good to be here.'),
    )
  })

  test('figures are labelled check-worthy, thanks are not', () => {
    expect(read('The state spent 40 million dollars on the programme in 1998.').checkworthy.label).toBe(true)
    expect(read('Let me thank my good friend.').checkworthy.label).toBe(false)
  })

  test('a score is a probability, also of nothing', () => {
    for (const text of ['', '?', '%', 'x'.repeat(5000)]) {
      expect(scoreOf(text)).toBeGreaterThanOrEqual(0)
      expect(scoreOf(text)).toBeLessThanOrEqual(1)
    }
  })
})
