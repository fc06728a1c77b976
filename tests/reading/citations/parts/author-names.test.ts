import { expect, test } from 'vitest'
import { readNames } from '../../../../src/reading/citations/parts/author-names.ts'

const shown = (part: string) =>
  readNames(part).map(({ family, given, literal }) => literal ?? `${family ?? ''}|${given ?? ''}`)

test.each([
  ['Boer, N., Tamm, K. L., & Achterberg, L.', ['Boer|N.', 'Tamm|K. L.', 'Achterberg|L.']],
  ['N. Boer, K. L. Tamm and L. van der Achterberg.', ['Boer|N.', 'Tamm|K. L.', 'van der Achterberg|L.']],
  ['Boer, L. L., W. E. Tamm, and R. E. Marsh.', ['Boer|L. L.', 'Tamm|W. E.', 'Marsh|R. E.']],
  ['Boer N, de la Tamm KL, Achterberg L.', ['Boer|N', 'de la Tamm|KL', 'Achterberg|L']],
  ['Boer, Nina B.,', ['Boer|Nina B.']],
  ['Boer, Nina, and Kaja L. Tamm.', ['Boer|Nina', 'Tamm|Kaja L.']],
  ['Nina Boer and Kaja Tamm.', ['Boer|Nina', 'Tamm|Kaja']],
  ['Boer, Nina; Tamm, Kaja', ['Boer|Nina', 'Tamm|Kaja']],
  ['BOER Nina,', ['BOER|Nina']],
  ['BOER (N.), TAMM (K.)', ['BOER|N.', 'TAMM|K.']],
  ['L. Lu and H. Yu.', ['Lu|L.', 'Yu|H.']],
  ['Boer, N., et al.', ['Boer|N.']],
  ['N. Boer and K. Tamm (Eds.),', ['Boer|N.', 'Tamm|K.']],
  ['Board of Harbours.', ['Board of Harbours']],
  ['Plato.', ['Plato']],
  ['———.', []],
])('%s', (part, names) => {
  expect(shown(part)).toEqual(names)
})

test('half a megabyte of names is read in linear time', () => {
  for (const unit of ['Boer, N., ', 'A ', '((', ', and ', 'A. ']) {
    const cost = (length: number) => {
      const before = process.cpuUsage()
      readNames(unit.repeat(length / unit.length))
      return process.cpuUsage(before).user / 1000
    }
    cost(50_000)
    expect(cost(500_000)).toBeLessThan(25 * Math.max(cost(50_000), 20))
  }
})
