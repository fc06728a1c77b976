import { expect, test } from 'vitest'
import { findAddresses } from '../../../src/reading/citations/addresses.ts'

const only = (text: string) => findAddresses(text)[0]

test('the full stop and bracket that close the sentence are no part of an address', () => {
  expect(only('(see https://example.org/tides.html).')?.url).toBe('https://example.org/tides.html')
})

test('a bracket that was opened inside the address stays', () => {
  expect(only('https://example.org/wiki/Tide_(sea).')?.url).toBe('https://example.org/wiki/Tide_(sea)')
})

test('an address printed from www. on gets the scheme of today', () => {
  expect(only('www.example.org/tides,')?.url).toBe('https://www.example.org/tides')
})

test('a bare DOI and a DOI behind its resolver are the same DOI', () => {
  expect(only('doi:10.5555/Tides.7.')?.doi).toBe('10.5555/tides.7')
  expect(only('https://doi.org/10.5555/tides.7')).toMatchObject({ doi: '10.5555/tides.7' })
  expect(only('https://dx.doi.org/10.5555/(tides)%3C7%3E')?.doi).toBe('10.5555/(tides)<7>')
})

test('a script is no address', () => {
  expect(findAddresses('javascript:alert(1) data:text/html,x')).toEqual([])
})
