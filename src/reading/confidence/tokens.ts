import type { Span } from '../../text/span.ts'
import { intern, idOf } from './vocabulary.ts'

/** Facts about a token, as bits. */
export const CAPITAL = 1
export const QUOTED = 2
export const NUMBER = 4
export const WORD = 8

/** What stands for any number in a lexicon or weight file. */
export const ANY_NUMBER = intern('#')

/** The tokens of one sentence: parallel arrays, spans into the whole text. Words are known by their id in the vocabulary. */
export interface Tokens {
  readonly ids: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly flags: readonly number[]
}

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const APOSTROPHE = 4
const OTHER = 5

/** What kind of character an UTF-16 code unit is. Everything from Latin-1 upwards is a letter unless it is punctuation or space. */
function kindOf(code: number): number {
  if (code < 128) return ASCII[code] ?? OTHER
  if (code === 0x2019) return APOSTROPHE
  if (code === 0xa0 || code === 0x202f || code === 0x3000) return SPACE
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3001 && code <= 0x303f)) return OTHER
  return LETTER
}

const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (code <= 32) return SPACE
  if (/[A-Za-z]/.test(char)) return LETTER
  if (/[0-9]/.test(char)) return DIGIT
  return char === "'" ? APOSTROPHE : OTHER
})

/** Where the words and marks of `span` stand. Hyphens, "'s" and marks are tokens of their own; `skipped` spans hold none. */
export function tokenise(
  text: string,
  span: Span,
  quoted: readonly Span[],
  skipped: readonly Span[],
): Tokens {
  const tokens = { ids: [], starts: [], ends: [], flags: [] } as MutableTokens
  const quotation = spansFrom(quoted, span.start)
  const skip = spansFrom(skipped, span.start)
  let at = span.start
  while (at < span.end) {
    const jump = skip.endAround(at)
    if (jump > at) at = jump
    else if (kindOf(text.charCodeAt(at)) === SPACE) at++
    else at = pushToken(tokens, text, at, span.end, quotation.endAround(at) > at ? QUOTED : 0)
  }
  return tokens
}

interface MutableTokens {
  readonly ids: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly flags: number[]
}

/** Adds the token that starts at `at`; returns its end. */
function pushToken(tokens: MutableTokens, text: string, at: number, limit: number, flag: number): number {
  const kind = kindOf(text.charCodeAt(at))
  const end =
    kind === LETTER
      ? endOfWord(text, at, limit)
      : kind === DIGIT
        ? endOfNumber(text, at, limit)
        : endOfMark(text, at, limit)
  const word = text.slice(at, end)
  const lower = word.toLowerCase()
  tokens.ids.push(kind === DIGIT ? ANY_NUMBER : idOf(lower.includes('’') ? lower.replace('’', "'") : lower))
  tokens.starts.push(at)
  tokens.ends.push(end)
  const facts =
    kind === LETTER
      ? word === lower
        ? WORD
        : word.charAt(0) === lower.charAt(0)
          ? WORD
          : WORD | CAPITAL
      : kind === DIGIT
        ? NUMBER
        : 0
  tokens.flags.push(facts | flag)
  return end
}

/** A word: letters and digits, with an apostrophe inside ("doesn't"), but without a possessive "'s". */
function endOfWord(text: string, start: number, limit: number): number {
  let end = start + 1
  while (end < limit) {
    const kind = kindOf(text.charCodeAt(end))
    if (kind === APOSTROPHE) {
      if (!continuesWord(text, end, limit)) break
    } else if (kind !== LETTER && kind !== DIGIT) break
    end++
  }
  return end
}

/** Whether letters follow the apostrophe at `at` that are more than a possessive s. */
function continuesWord(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit || kindOf(text.charCodeAt(at + 1)) !== LETTER) return false
  const isS = (text.charCodeAt(at + 1) | 32) === 115
  return !isS || (at + 2 < limit && kindOf(text.charCodeAt(at + 2)) === LETTER)
}

/** A number: digits with commas and points between digits, and letters stuck to it ("19th"). */
function endOfNumber(text: string, start: number, limit: number): number {
  let end = start + 1
  while (end < limit) {
    const code = text.charCodeAt(end)
    const kind = kindOf(code)
    const inside =
      (code === 44 || code === 46) && end + 1 < limit && kindOf(text.charCodeAt(end + 1)) === DIGIT
    if (kind !== DIGIT && kind !== LETTER && !inside) break
    end++
  }
  return end
}

/** A mark is one character, but "'s" is one token. */
function endOfMark(text: string, at: number, limit: number): number {
  const possessive =
    kindOf(text.charCodeAt(at)) === APOSTROPHE &&
    at + 1 < limit &&
    (text.charCodeAt(at + 1) | 32) === 115 &&
    (at + 2 >= limit || kindOf(text.charCodeAt(at + 2)) !== LETTER)
  return possessive ? at + 2 : at + 1
}

/** Walks sorted spans forward from `from`, which it finds by binary search. */
function spansFrom(spans: readonly Span[], from: number): { endAround(at: number): number } {
  let next = firstEndingAfter(spans, from)
  return {
    /** The end of the span that `at` stands in, or -1. `at` must not go back. */
    endAround(at) {
      let span = spans[next]
      while (span !== undefined && span.end <= at) span = spans[++next]
      return span !== undefined && span.start <= at ? span.end : -1
    },
  }
}

/** The index of the first of the sorted, disjoint spans that ends after `position`. */
function firstEndingAfter(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
