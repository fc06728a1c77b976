import { expect, test } from 'vitest'
import { additive, countedLetters, repeatedLetters, roman } from '../../src/reading/numerals.ts'

test.each([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [90, 'xc'],
  [444, 'cdxliv'],
  [1998, 'mcmxcviii'],
  [3999, 'mmmcmxcix'],
])('%i is %s in Roman numerals', (number, shown) => {
  expect(roman(number)).toBe(shown)
})

test.each([
  [1, 'a', 'a'],
  [26, 'z', 'z'],
  [27, 'aa', 'aa'],
  [28, 'ab', 'bb'],
  [53, 'ba', 'aaa'],
])('%i is counted as %s by browsers and as %s by Word', (number, counted, repeated) => {
  expect(countedLetters(number)).toBe(counted)
  expect(repeatedLetters(number, 'abcdefghijklmnopqrstuvwxyz')).toBe(repeated)
})

test('a letter is repeated no more than 20 times, whatever a file counts up to', () => {
  expect(repeatedLetters(3999, 'xyz')).toBe('z'.repeat(20))
})

test('signs add up from the greatest to the smallest', () => {
  expect(
    additive(27, [
      [10, 'T'],
      [5, 'F'],
      [1, '.'],
    ]),
  ).toBe('TTF..')
})
