import { describe, expect, test } from 'vitest'
import { withoutSpans, wordingKey } from '../../src/claims/wording-key.ts'

const keyOf = (text: string, notes: readonly (string | null)[] = []): string => {
  const markers = [...text.matchAll(/\[\d+\]/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  return wordingKey(text, { start: 0, end: text.length }, markers, notes)
}

describe('the key of a wording', () => {
  test.each([
    ['quote marks', 'He said "no" - twice', 'He said “no” – twice'],
    ['apostrophes', "the minister's letter", 'the minister’s letter'],
    ['spacing', 'two  words\nhere', 'two words here'],
    ['ellipses', 'and so on...', 'and so on…'],
    ['soft hyphens', 'co\u00ADoperation', 'cooperation'],
    ['numbering', 'It rained,[3] then froze', 'It rained,[7] then froze'],
  ])('stays the same when only %s change', (_, before, after) => {
    expect(keyOf(after)).toBe(keyOf(before))
  })

  test.each([
    ['a number', '240 people came', '241 people came'],
    ['a negation', 'He did go', 'He did not go'],
    ['a capital', 'the march', 'the March'],
    ['a comma', 'Eat, Anna', 'Eat Anna'],
    ['an editor’s bracket', 'he left', 'he [Baker] left'],
  ])('changes with %s', (_, before, after) => {
    expect(keyOf(after)).not.toBe(keyOf(before))
  })

  test('changes with the words of a note, and with a note that goes missing', () => {
    const claim = 'It rained.[1]'
    expect(keyOf(claim, ['Gazette, 3 May'])).not.toBe(keyOf(claim, ['Gazette, 4 May']))
    expect(keyOf(claim, ['Gazette, 3 May'])).not.toBe(keyOf(claim, [null]))
  })

  test('stays the same when a note changes its quote marks only', () => {
    expect(keyOf('It rained.[1]', ['"Rain", Gazette'])).toBe(keyOf('It rained.[1]', ['“Rain”, Gazette']))
  })
})

describe('leaving spans out of a stretch', () => {
  test('cuts spans to the stretch and keeps the rest', () => {
    expect(
      withoutSpans('abcdefgh', { start: 1, end: 7 }, [
        { start: 0, end: 2 },
        { start: 4, end: 5 },
        { start: 6, end: 9 },
      ]),
    ).toBe('cdf')
  })
})
