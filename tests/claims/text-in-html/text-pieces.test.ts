import { expect, test } from 'vitest'
import { textPieces } from '../../../src/claims/text-in-html/text-pieces.ts'

test('the claim that starts last is on top where claims overlap, and the one below shows again after it', () => {
  const pieces = textPieces(
    10,
    [
      { start: 0, end: 8 },
      { start: 2, end: 4 },
    ],
    [],
  )
  expect(pieces.map(({ start, end, claim }) => [start, end, claim])).toEqual([
    [0, 2, 0],
    [2, 4, 1],
    [4, 8, 0],
    [8, 10, null],
  ])
})

test('empty spans and spans beyond the text are left out', () => {
  const pieces = textPieces(
    3,
    [
      { start: 1, end: 1 },
      { start: 2, end: 9 },
    ],
    [{ start: -1, end: 2 }],
  )
  expect(pieces).toEqual([{ start: 0, end: 3, claim: null, marker: null }])
})
