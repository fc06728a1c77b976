import { expect, test } from 'vitest'
import { deskFilterQuery, filterOn, isFiltering, readDeskFilter } from '../../../src/web/pages/desk-filter.ts'
import { aClaim } from './claims.ts'

test('a filter survives the way through an address', () => {
  const filter = { status: 'disputed', level: 'low', missing: true, words: 'grain & salt' } as const
  const query = Object.fromEntries(new URLSearchParams(deskFilterQuery(filter)))
  expect(readDeskFilter(query)).toEqual(filter)
})

test('what a query asks for and nobody knows is left out', () => {
  const filter = readDeskFilter({ status: 'maybe', level: ['low'], q: '   ', claim: '3' })
  expect(filter).toEqual({})
  expect(isFiltering(filter)).toBe(false)
})

test.each([
  ['the status', { status: 'disputed' }, { status: 'disputed' }, { status: 'substantiated' }],
  ['what is unsettled', { status: 'unsettled' }, { settled: false }, { settled: true }],
  ['what is stale', { status: 'stale' }, { stale: true }, {}],
  ['where checkers differ', { status: 'differs' }, { differs: true }, {}],
  ['how it reads', { level: 'low' }, { level: 'low' }, { level: 'high' }],
  ['missing notes', { missing: true }, { missingNotes: 2 }, { missingNotes: 0 }],
  ['words, in small or capital letters', { words: 'SALT' }, { start: 0, end: 8 }, { start: 9, end: 15 }],
] as const)('a desk is filtered by %s', (_, filter, wanted, unwanted) => {
  const passes = filterOn('salt tax grain.', filter)
  expect(passes(aClaim(wanted))).toBe(true)
  expect(passes(aClaim(unwanted))).toBe(false)
})
