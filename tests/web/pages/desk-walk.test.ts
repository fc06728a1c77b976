import { expect, test } from 'vitest'
import type { DeskClaim } from '../../../src/web/pages/desk-rows.ts'
import { deskSteps, firstToOpen } from '../../../src/web/pages/desk-walk.ts'
import { aClaim } from './claims.ts'

const everyone = (): boolean => true
const claims: readonly DeskClaim[] = [
  aClaim({ number: 1 }),
  aClaim({ number: 2, settled: true }),
  aClaim({ number: 3, settled: true }),
  aClaim({ number: 4 }),
]

test('the next unsettled claim is looked for to the end and then from the beginning', () => {
  expect(deskSteps(claims, 2, everyone)).toEqual({ previous: 1, next: 3, nextUnsettled: 4 })
  expect(deskSteps(claims, 4, everyone)).toEqual({ previous: 3, next: null, nextUnsettled: 1 })
})

test('a claim is never its own next unsettled claim', () => {
  expect(deskSteps([aClaim({ number: 7 })], 7, everyone).nextUnsettled).toBeNull()
})

test('only the claims that are shown are walked along', () => {
  expect(deskSteps(claims, 1, ({ number }) => number !== 2 && number !== 4)).toEqual({
    previous: null,
    next: 3,
    nextUnsettled: null,
  })
})

test('a claim that the filter has hidden since still has a way on', () => {
  expect(deskSteps(claims, 2, ({ number }) => number > 2).nextUnsettled).toBe(4)
})

test('the first unsettled claim opens; where all are settled the first; where there is none, none', () => {
  expect(firstToOpen(claims, ({ number }) => number > 1)).toBe(4)
  expect(firstToOpen([aClaim({ number: 5, settled: true })], everyone)).toBe(5)
  expect(firstToOpen([], everyone)).toBeNull()
})
