import { expect, test } from 'vitest'
import { CAPITAL, NUMBER, QUOTED, tokenise, WORD } from '../../../src/reading/confidence/tokens.ts'
import type { Span } from '../../../src/text/span.ts'

const tokensOf = (text: string, quoted: Span[] = [], skipped: Span[] = []): ReturnType<typeof tokenise> =>
  tokenise(text, { start: 0, end: text.length }, quoted, skipped)
const wordsIn = (text: string): string[] => {
  const { starts, ends } = tokensOf(text)
  return starts.map((start, i) => text.slice(start, ends[i]))
}

test('hyphens, possessives and marks are tokens of their own, contractions are not', () => {
  expect(wordsIn("The firm's co-owner doesn't pay.")).toEqual([
    'The',
    'firm',
    "'s",
    'co',
    '-',
    'owner',
    "doesn't",
    'pay',
    '.',
  ])
  expect(wordsIn('Mali’s envoy can’t.')).toEqual(['Mali', '’s', 'envoy', 'can’t', '.'])
})

test('a number keeps its commas, points and letters', () => {
  expect(wordsIn('On the 19th, 1,250.5 tons.')).toEqual(['On', 'the', '19th', ',', '1,250.5', 'tons', '.'])
})

test('the typographic and the straight apostrophe are one word, as are capitals and small letters', () => {
  expect(tokensOf('DOESN’T').ids).toEqual(tokensOf("doesn't").ids)
  expect(tokensOf("doesn't").ids[0]).not.toBe(0)
})

test('flags say what a token is and where it stands', () => {
  const { flags } = tokensOf('Ada paid 3 "so".', [{ start: 12, end: 14 }])
  expect(flags).toEqual([WORD | CAPITAL, WORD, NUMBER, 0, WORD | QUOTED, 0, 0])
})

test('skipped spans hold no tokens', () => {
  const text = 'paid[12] more'
  const { starts } = tokensOf(text, [], [{ start: 4, end: 8 }])
  expect(starts).toEqual([0, 9])
})

test('spans far before the sentence are passed over', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ start: i, end: i + 1 }))
  const text = `${' '.repeat(1000)}plain words`
  expect(tokenise(text, { start: 1000, end: text.length }, many, many).flags).toEqual([WORD, WORD])
})
