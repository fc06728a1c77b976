import { expect, test } from 'vitest'
import { findQuotes } from '../../../src/reading/citations/quotes.ts'

const quoted = (text: string) => findQuotes(text).map(({ start, end }) => text.slice(start, end))

test('finds titles in straight, curly, German and French quotation marks', () => {
  expect(quoted('"Tides", “Tides”, „Gezeiten“ and «Marées»')).toEqual([
    '"Tides"',
    '“Tides”',
    '„Gezeiten“',
    '«Marées»',
  ])
})

test('an apostrophe does not close a title in single quotation marks', () => {
  expect(quoted('Boer, ‘The Pilot’s Wage’, Ports')).toEqual(['‘The Pilot’s Wage’'])
})

test('a quotation inside a quotation belongs to the outer one', () => {
  expect(quoted('“Why ‘dues’, again”')).toEqual(['“Why ‘dues’, again”'])
})

test('a mark that is never closed, or only in another paragraph, opens nothing', () => {
  expect(quoted('He said "that.\n\nThen "Tides"')).toEqual(['"Tides"'])
})
