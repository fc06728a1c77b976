import { CURRENCIES, FRACTIONS, isCardinal, MULTIPLES, ORDINALS, SCALES } from './number-words.ts'
import { follows } from './token-run.ts'
import type { Token } from './tokens.ts'

/** Where the number that starts at token `at` ends, ranges included, or null. */
export function amountAt(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number | null {
  const first = plainAmount(tokens, at)
  if (first === null) return null
  const joint = tokens[first]
  const isDash = joint !== undefined && '-–—:/'.includes(joint.words)
  const isJoined =
    (isDash && joint.touches) ||
    joint?.lower === 'to' ||
    joint?.lower === 'in' ||
    isBetween(tokens, at, first)
  const second =
    isJoined && !taken.has(first + 1) && isCardinal(tokens[first + 1]) ? plainAmount(tokens, first + 1) : null
  return second ?? first
}

const isBetween = (tokens: readonly Token[], at: number, end: number): boolean =>
  tokens[at - 1]?.lower === 'between' && tokens[end]?.lower === 'and'

/** One number without a range: in digits or words, with its scale, or null. */
export function plainAmount(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (token === undefined) return null
  if (CURRENCIES.has(token.words) && tokens[at + 1]?.kind === 'number') return scaled(tokens, at + 2)
  if (isCardinal(token)) return ordinalEnd(tokens, at) ?? shareEnd(tokens, at) ?? scaled(tokens, at + 1)
  if (token.kind !== 'word') return null
  if (token.lower === 'half') return tokens[at + 1]?.lower === 'a' ? scaled(tokens, at + 2) : at + 1
  if (MULTIPLES.has(token.lower)) return at + 1
  if (ORDINALS.has(token.lower)) return isEnumerator(tokens, at) ? null : at + 1
  const isLooseScale = /^(?:hundreds|thousands|millions|billions|trillions|dozens|scores|tens)$/.test(
    token.lower,
  )
  return isLooseScale ? loose(tokens, at + 1) : null
}

/** "Second, …": it counts the writer's points. */
const isEnumerator = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.opens === true && tokens[at + 1]?.words === ','

const ordinalEnd = (tokens: readonly Token[], at: number): number | null =>
  tokens[at]?.kind === 'number' &&
  tokens[at + 1]?.touches === true &&
  /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.lower ?? '')
    ? at + 2
    : null

/** "two-thirds", "three quarters", "four out of five". */
function shareEnd(tokens: readonly Token[], at: number): number | null {
  const next = tokens[at + 1]?.words === '-' && tokens[at + 1]?.touches === true ? at + 2 : at + 1
  if (tokens[at]?.kind === 'word' && FRACTIONS.has(tokens[next]?.lower ?? '')) return next + 1
  const isOutOf =
    tokens[at + 1]?.lower === 'out' && tokens[at + 2]?.lower === 'of' && isCardinal(tokens[at + 3])
  return isOutOf ? at + 4 : null
}

/** "tens of thousands". */
const loose = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.lower === 'of' && SCALES.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at

/** Steps over what multiplies or completes a number: "million", "hundred and twenty", "-five", "and a half". */
export function scaled(tokens: readonly Token[], from: number): number {
  let at = from
  for (;;) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    const isScale =
      token !== undefined &&
      SCALES.has(token.lower) &&
      follows(tokens, at) &&
      (token.lower.length > 1 || token.touches)
    const isWordPair = token?.words === '-' && next?.kind === 'word' && isCardinal(next) && next.touches
    const isAnd = token?.lower === 'and' && tokens[at - 1]?.lower === 'hundred' && isCardinal(next)
    if (isScale || (token?.kind === 'word' && isCardinal(token) && tokens[at - 1]?.kind === 'word')) at += 1
    else if (isWordPair || isAnd) at += 2
    else
      return token?.lower === 'and' && next?.lower === 'a' && tokens[at + 2]?.lower === 'half' ? at + 3 : at
  }
}
