import { expect, test } from 'vitest'
import { findDates } from '../../../src/reading/citations/dates.ts'

const partsIn = (text: string) => findDates(text).map((date) => date.parts)

test.each([
  ['June 14, 2021', [[2021, 6, 14]]],
  ['June, 14, 2021', [[2021, 6, 14]]],
  ['June 14. 2021', [[2021, 6, 14]]],
  ['Jun. 14, 2021', [[2021, 6, 14]]],
  ['June 14th, 2021', [[2021, 6, 14]]],
  ['14 June 2021', [[2021, 6, 14]]],
  ['14th of June, 2021', [[2021, 6, 14]]],
  ['2021-06-14', [[2021, 6, 14]]],
  ['2021-06', [[2021, 6]]],
  ['14. Juni 2021', [[2021, 6, 14]]],
  ['le 1er juin 2021', [[2021, 6, 1]]],
  ['14 de junio de 2021', [[2021, 6, 14]]],
  ['septembre 2021', [[2021, 9]]],
  ['June 2021', [[2021, 6]]],
  ['2021, June 14', [[2021, 6, 14]]],
  ['14.6.2021', [[2021, 6, 14]]],
  ['6/14/2021', [[2021, 6, 14]]],
  [
    'June 14–16, 2021',
    [
      [2021, 6, 14],
      [2021, 6, 16],
    ],
  ],
  [
    'July-August 1998',
    [
      [1998, 7],
      [1998, 8],
    ],
  ],
])('reads %s', (written, parts) => {
  expect(partsIn(`The Harbour Gazette, ${written}.`)).toEqual([parts])
})

test('a numeric date whose month and day could be exchanged is no date', () => {
  expect(partsIn('Letter of 4/5/2021.')).toEqual([])
})

test('a day that the month does not have is left out', () => {
  expect(partsIn('June 31, 2021')).toEqual([[[2021, 6]]])
})

test('a year alone, an amount and a number of a series are no dates', () => {
  expect(partsIn('Harbour Brief No. 1723 of 1999 on $2021 and 20213')).toEqual([])
})

test('the day of access is marked as such', () => {
  const [issued, access] = findDates('Gazette, June 14, 2021. Retrieved on 2022-01-02.')
  expect([issued?.access, access?.access]).toEqual([false, true])
})

test('the span of a date covers exactly its words', () => {
  const text = 'Gazette (14 June 2021).'
  expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['14 June 2021'])
})
