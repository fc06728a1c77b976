import { describe, expect, test } from 'vitest'
import { findWords } from '../../src/claims/find-words.ts'

const TEXT = 'She said “it’s over”.[4] The bridge (built in 1931) fell. The bridge was closed. *'
const body = [{ start: 0, end: TEXT.length }]
const found = (words: string) => findWords(TEXT, body, words).map(({ start, end }) => TEXT.slice(start, end))

describe('finding words in a text', () => {
  test('takes spaces and quotation marks as one types them, and a marker that was not copied', () => {
    expect(found('said "it\'s over".\n The')).toEqual(['said “it’s over”.[4] The'])
  })

  test('finds every place, in order', () => {
    expect(findWords(TEXT, body, 'The bridge').map(({ start }) => start)).toEqual([25, 58])
  })

  test('takes signs of patterns for what they are', () => {
    expect(found('(built in 1931)')).toEqual(['(built in 1931)'])
    expect(found('.*')).toEqual([])
    expect(found('closed. *')).toEqual(['closed. *'])
  })

  test('finds nothing that is only alike, nothing for nothing, and nothing beyond the stretches', () => {
    expect(found('the bridge')).toEqual([])
    expect(found('bridge w')).toEqual([])
    expect(found('ridge')).toEqual([])
    expect(found('  ')).toEqual([])
    expect(findWords(TEXT, [{ start: 0, end: 20 }], 'The bridge')).toEqual([])
  })

  test('takes a time that grows with the text and no faster', () => {
    const long = 'a [1] "b" '.repeat(20_000)
    const started = performance.now()
    expect(findWords(long, [{ start: 0, end: long.length }], `${'a "b" '.repeat(500)}c`)).toEqual([])
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
