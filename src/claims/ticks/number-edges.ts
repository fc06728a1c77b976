import {
  comparators,
  CURRENCIES,
  isCounted,
  LONGEST_COMPARATOR,
  NUMBERING,
  ORDINALS,
  unitAt,
} from './number-words.ts'
import { follows } from './token-run.ts'
import type { Token } from './tokens.ts'

/** "No. 14", "page 12": what is numbered belongs to the number. */
export const withNumbering = (tokens: readonly Token[], at: number): number =>
  isNumbering(tokens, at - 1) && tokens[at]?.kind === 'number'
    ? at - 1
    : tokens[at - 1]?.words === '.' && isNumbering(tokens, at - 2)
      ? at - 2
      : at

const isNumbering = (tokens: readonly Token[], at: number): boolean =>
  NUMBERING.has(tokens[at]?.lower ?? '') && (tokens[at]?.lower !== 'no' || tokens[at].capital)

/** Takes in a comparator that is not a part of something else. */
export const withComparator = (tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number => {
  const from = comparatorBefore(tokens, at)
  return taken.has(from) ? at : from
}

/** The index of the first word of the comparator right before token `at`, or `at`. */
export function comparatorBefore(tokens: readonly Token[], at: number): number {
  for (let from = Math.max(0, at - LONGEST_COMPARATOR); from < at; from++)
    if (comparators.at(tokens, from)?.end === at && follows(tokens, at)) return from
  return at
}

/** Takes in a percent sign, a unit or the plural noun that is counted; after a hyphen one word, or two ("10-year-old"). */
export function withUnit(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (token === undefined || !follows(tokens, at)) return at
  if ((token.words === '%' || CURRENCIES.has(token.words) || token.words === '°') && token.touches)
    return at + 1
  if (
    token.words === '-' &&
    token.touches &&
    tokens[at + 1]?.kind === 'word' &&
    tokens[at + 1]?.touches === true
  ) {
    const isLonger =
      tokens[at + 2]?.words === '-' && tokens[at + 2]?.touches === true && tokens[at + 3]?.kind === 'word'
    return isLonger ? at + 4 : at + 2
  }
  return unitAt(tokens, at) ?? (isCounted(token) && !isRank(tokens[at - 1]) ? at + 1 : at)
}

const isRank = (token: Token | undefined): boolean =>
  token !== undefined && (ORDINALS.has(token.lower) || /^(?:st|nd|rd|th)$/.test(token.lower))
