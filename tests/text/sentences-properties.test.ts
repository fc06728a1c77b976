import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesIn } from '../../src/text/sentences.ts'

const piece = fc.constantFrom(
  'The pump broke',
  'Mr',
  'U.S',
  'e.g',
  'a',
  'I',
  '12',
  '3.5',
  'She',
  '。',
  '他们',
  'ا',
  '.',
  '!',
  '?',
  '...',
  ':',
  ';',
  ',',
  '"',
  '“',
  '”',
  "'",
  '’',
  '«',
  '»',
  '(',
  ')',
  '[',
  ']',
  '[12]',
  '[^a]',
  '•',
  '1.',
  'b)',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\u00a0',
  '\u202b',
  '\u{1f600}',
  '\ud800',
)
const prose = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

const blank = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/

describe('for any text', () => {
  test('sentences are sorted, disjoint, trimmed and together hold everything but white space', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let reached = 0
        for (const { start, end } of sentencesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(reached, start)).toMatch(blank)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          reached = end
        }
        expect(text.slice(reached)).toMatch(blank)
      }),
      { numRuns: 400 },
    )
  })

  test('a block divides the same wherever it stands', () => {
    fc.assert(
      fc.property(prose, prose, (before, text) => {
        const within = { start: before.length, end: before.length + text.length }
        const moved = sentencesIn(`${before}${text} End.`, within, [])
        expect(
          moved.map(({ start, end }) => ({ start: start - before.length, end: end - before.length })),
        ).toEqual(sentencesIn(text, { start: 0, end: text.length }, []))
      }),
    )
  })
})

/** What people and fuzzers send: each repeated to a length. */
const HOSTILE = [
  '"',
  'a.',
  '.',
  '[1]',
  '. ',
  'a. ',
  'A. ',
  "'a' ",
  '(',
  '() ',
  '"a." ',
  '[1] ',
  '. [1] ',
  '.[1]',
  '\n',
  'a\n',
  '• ',
  '1. ',
  '“',
  '„a“ ',
  '‘a ',
  "s' a",
  '1) ',
  ' ',
  '?',
  '!) ',
  '.”',
  'e.g. A ',
  '. . ',
  '…',
  '"[1]',
  '[1',
  '[^a',
  '\u202c',
  'ا: ',
  '* ',
  '\t\n',
  "'",
  '``',
  '1. a ',
  '\'a "b\' c" ',
]

describe('takes a time linear in the text', () => {
  const milliseconds = (text: string): number => {
    const before = process.cpuUsage()
    sentencesIn(text)
    return process.cpuUsage(before).user / 1000
  }
  test.each(HOSTILE)('on 400 kB of %j', (seed) => {
    const [small, large] = [20_000, 400_000].map((length) => seed.repeat(Math.ceil(length / seed.length)))
    milliseconds(small!)
    const base = milliseconds(small!)
    // 20 times the text: 20 times the time when linear, 400 times when quadratic.
    expect(milliseconds(large!)).toBeLessThan(100 * Math.max(base, 5) + 1500)
  })
})
