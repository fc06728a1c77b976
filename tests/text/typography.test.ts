import { describe, expect, test } from 'vitest'
import { foldedForSearch, withoutTypography } from '../../src/text/typography.ts'

describe('folding typography', () => {
  test('makes one of every kind of quote mark, dash and space', () => {
    expect(withoutTypography('«Nein» — „ja“ – it’s\u00A0so')).toBe('"Nein" - "ja" - it\'s so')
  })

  test('drops what cannot be seen', () => {
    expect(withoutTypography('a\u200Bb\uFEFF')).toBe('ab')
  })
})

describe('folding for search', () => {
  test.each([
    ['Éléonore', 'eleonore'],
    ['مُحَمَّد', 'محمد'],
    ['إسماعيل', 'اسماعيل'],
    ['ещё', 'еще'],
    ['Mash’al', "mash'al"],
  ])('%s is found as %s', (word, folded) => {
    expect(foldedForSearch(word)).toBe(folded)
  })

  test('leaves no sign that SQL takes for a wildcard, and keeps them apart', () => {
    expect(foldedForSearch('40 % of a_b\\c')).not.toMatch(/[%_\\]/)
    expect(new Set(['%', '_', '\\'].map(foldedForSearch)).size).toBe(3)
  })
})
