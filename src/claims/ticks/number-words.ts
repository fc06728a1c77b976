import { Phrases } from './phrases.ts'
import { phrasesOf, readData, wordsOf } from './read-data.ts'
import type { Token } from './tokens.ts'

const data = readData('numbers.json') as Readonly<Record<string, string | string[]>>
const listed = (key: string): ReadonlySet<string> => new Set(wordsOf(data[key] ?? ''))

export const SCALES = listed('scales')
export const ORDINALS = listed('ordinals')
export const FRACTIONS = listed('fractions')
export const MULTIPLES = listed('multiples')
export const CURRENCIES = listed('currencies')
export const NUMBERING = listed('numbering')
export const TIME_UNITS = listed('time')
const CARDINALS = listed('cardinals')
const VERBS = listed('verbs')
const IRREGULAR_PLURALS = listed('irregularPlurals')
const units = new Phrases<true>('lower').addAll(phrasesOf(data['units'] ?? ''), true)

/** "more than", "at least", "over": by the words, the longest first. */
export const comparators = new Phrases<true>('lower').addAll(
  phrasesOf(data['comparators'] ?? '').filter(
    (phrase) => !phrasesOf(data['notComparators'] ?? '').includes(phrase),
  ),
  true,
)
/** The most words that a comparator has. */
export const LONGEST_COMPARATOR = 3

export const isCardinal = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || CARDINALS.has(token.lower))

/** The index after a unit of measure, time or money that starts at token `at`, or null. */
export const unitAt = (tokens: readonly Token[], at: number): number | null =>
  units.at(tokens, at)?.end ?? null

/** Whether a word reads as a plural noun, which the number before it counts. */
export function isCounted(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.capital || token.possessive) return false
  if (IRREGULAR_PLURALS.has(token.lower)) return true
  return token.lower.length > 3 && /[^sui]s$|[^aeo]us?es$/.test(token.lower) && !VERBS.has(token.lower)
}
