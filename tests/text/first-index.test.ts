import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstIndex } from '../../src/text/first-index.ts'

test('the first of equal items counts', () => {
  expect(firstIndex([1, 3, 3, 3, 7], (each) => each >= 3)).toBe(1)
  expect(firstIndex([1, 3, 3, 3, 7], (each) => each > 3)).toBe(4)
})

test('where nothing lies beyond, the answer is the length', () => {
  expect(firstIndex([1, 2], (each) => each > 2)).toBe(2)
  expect(firstIndex([], () => true)).toBe(0)
})

test('the search by halves finds what a search from the start finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.integer({ min: -1, max: 31 }), (items, at) => {
      const sorted = [...items].sort((a, b) => a - b)
      const found = sorted.findIndex((each) => each > at)
      expect(firstIndex(sorted, (each) => each > at)).toBe(found < 0 ? sorted.length : found)
    }),
  )
})
