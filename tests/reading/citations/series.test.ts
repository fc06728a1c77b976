import { expect, test } from 'vitest'
import { findSeries } from '../../../src/reading/citations/series.ts'

const named = (text: string) => findSeries(text).map(({ name, number }) => [name, number])

test('reads the name and number of a series, across a line break too', () => {
  expect(named('see Harbour Desk\n\nSpecial Briefing No. 10217 - Who Pays')).toEqual([
    ['Harbour Desk Special Briefing', '10217'],
  ])
})

test('reads names joined by "&" and "of"', () => {
  expect(named('; Inquiry & Review No. 12; Bulletin of Ports No. 3')).toEqual([
    ['Inquiry & Review', '12'],
    ['Bulletin of Ports', '3'],
  ])
})

test('reads RFCs and working papers, which go without No.', () => {
  expect(named('BCP 14, RFC 2119; Delft Working Paper 07-3')).toEqual([
    ['BCP', '14'],
    ['RFC', '2119'],
    ['Delft Working Paper', '07-3'],
  ])
})

test('the number of an issue names no series', () => {
  expect(named('Ports, Vol. 39, No. 9, pp. 1–3')).toEqual([])
})
