import type { Span } from '../../text/span.ts'
import { APOSTROPHE, DIGIT, isLetterAt, kindOf, LETTER, SPACE } from './characters.ts'
import { SpanWalker } from './span-walker.ts'
import { folded, HASH_START, hashStep, idAt, intern } from './vocabulary.ts'
import { classesOf } from './word-classes.ts'

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
  /** The classes of each word as bits, and those that any word has. */
  readonly classes: readonly number[]
  readonly anyClass: number
}

interface MutableTokens {
  readonly ids: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly flags: number[]
  readonly classes: number[]
  anyClass: number
}

/** Where the words and marks of `span` stand. Hyphens, "'s" and marks are tokens of their own; `skipped` spans hold none. */
export function tokenise(
  text: string,
  span: Span,
  quoted: readonly Span[],
  skipped: readonly Span[],
): Tokens {
  const tokens: MutableTokens = { ids: [], starts: [], ends: [], flags: [], classes: [], anyClass: 0 }
  const quotation = new SpanWalker(quoted, span.start)
  const skip = new SpanWalker(skipped, span.start)
  let at = span.start
  while (at < span.end) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === SPACE) at++
    else if (skip.holds(at)) at = skip.end
    else at = pushToken(tokens, text, at, span.end, kind, quotation.holds(at) ? QUOTED : 0)
  }
  return tokens
}

/** Adds the token that starts at `at` with a character of this kind; returns its end. */
function pushToken(
  tokens: MutableTokens,
  text: string,
  at: number,
  limit: number,
  kind: number,
  flag: number,
): number {
  if (kind === LETTER) return pushWord(tokens, text, at, limit, flag)
  if (kind === DIGIT) return push(tokens, at, endOfNumber(text, at, limit), ANY_NUMBER, flag | NUMBER)
  const end = endOfMark(text, at, limit)
  const first = hashStep(HASH_START, folded(text.charCodeAt(at)))
  const hash = end - at === 1 ? first : hashStep(first, folded(text.charCodeAt(at + 1)))
  return push(tokens, at, end, idAt(text, at, end, hash), flag)
}

function push(tokens: MutableTokens, start: number, end: number, id: number, flags: number): number {
  const classes = classesOf(id)
  tokens.ids.push(id)
  tokens.starts.push(start)
  tokens.ends.push(end)
  tokens.flags.push(flags)
  tokens.classes.push(classes)
  tokens.anyClass |= classes
  return end
}

/** A word: letters and digits, with an apostrophe inside ("doesn't"), but without a possessive "'s". */
function pushWord(tokens: MutableTokens, text: string, start: number, limit: number, flag: number): number {
  const first = text.charCodeAt(start)
  let hash = hashStep(HASH_START, folded(first))
  let end = start + 1
  for (; end < limit; end++) {
    const code = text.charCodeAt(end)
    // Nearly all are small letters, which fold to themselves.
    if (code >= 97 && code <= 122) {
      hash = hashStep(hash, code)
      continue
    }
    const kind = kindOf(code)
    if (kind === APOSTROPHE ? !continuesWord(text, end, limit) : kind !== LETTER && kind !== DIGIT) break
    hash = hashStep(hash, folded(code))
  }
  const capital = folded(first) === first ? 0 : CAPITAL
  return push(tokens, start, end, idAt(text, start, end, hash), flag | WORD | capital)
}

/** Whether letters follow the apostrophe at `at` that are more than a possessive s. */
const continuesWord = (text: string, at: number, limit: number): boolean =>
  isLetterAt(text, at + 1, limit) && (!isS(text, at + 1) || isLetterAt(text, at + 2, limit))

const isS = (text: string, at: number): boolean => (text.charCodeAt(at) | 32) === 115

/** A number: digits with commas and points between digits, and letters stuck to it ("19th"). */
function endOfNumber(text: string, start: number, limit: number): number {
  let end = start + 1
  for (; end < limit; end++) {
    const code = text.charCodeAt(end)
    const kind = kindOf(code)
    const isInside =
      (code === 44 || code === 46) && end + 1 < limit && kindOf(text.charCodeAt(end + 1)) === DIGIT
    if (kind !== DIGIT && kind !== LETTER && !isInside) break
  }
  return end
}

/** A mark is one character, but "'s" is one token. */
function endOfMark(text: string, at: number, limit: number): number {
  const isPossessive =
    kindOf(text.charCodeAt(at)) === APOSTROPHE &&
    at + 1 < limit &&
    isS(text, at + 1) &&
    !isLetterAt(text, at + 2, limit)
  return isPossessive ? at + 2 : at + 1
}
