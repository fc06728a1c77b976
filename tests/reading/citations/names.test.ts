import { expect, test } from 'vitest'
import { readAuthors } from '../../../src/reading/citations/names.ts'

test('reads family names first', () => {
  expect(readAuthors('Boer, N., van der Kade, L. M., and K. Tamm, "Tides"')?.names).toEqual([
    { family: 'Boer', given: 'N.' },
    { family: 'van der Kade', given: 'L. M.' },
    { family: 'Tamm', given: 'K.' },
  ])
})

test('reads initials first', () => {
  expect(readAuthors('N. Boer and K. L. Tamm. Tides.')?.names.map((name) => name.family)).toEqual([
    'Boer',
    'Tamm',
  ])
})

test('an editor’s mark ends no list', () => {
  expect(readAuthors('Boer, N., Ed., Tamm, K., Ed., "Tides"')?.names).toHaveLength(2)
})

test('a body, an outlet and a place are no authors', () => {
  expect(readAuthors('Press Release, U.S. Department of Harbours')).toBeNull()
  expect(readAuthors('Harbour Radio, Delft, May 3, 2020')).toBeNull()
})
