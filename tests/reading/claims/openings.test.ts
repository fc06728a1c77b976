import { expect, test } from 'vitest'
import { openingsOf, opensWith } from '../../../src/reading/claims/openings.ts'

const openings = openingsOf(['we trust', 'we had better', 'frankly'])
const opens = (words: string): boolean => opensWith(words.split(' '), openings)

test('words open with a phrase when each of its words stands in its place', () => {
  expect(opens('we had better mend the weir')).toBe(true)
  expect(opens('we trust the miller')).toBe(true)
  expect(opens('frankly , the weir leaks')).toBe(true)
})

test('a phrase may be all the words there are', () => {
  expect(opens('frankly')).toBe(true)
  expect(opens('we trust')).toBe(true)
})

test('words that break off inside a phrase, leave it or hold it later do not open with it', () => {
  expect(opens('we had')).toBe(false)
  expect(opens('we had no weir')).toBe(false)
  expect(opens('now we trust him')).toBe(false)
  expect(opens('frankness helps')).toBe(false)
  expect(opensWith([], openings)).toBe(false)
})
