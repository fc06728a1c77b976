import { amountAt, plainAmount, scaled } from './amounts.ts'
import { NUMBERED } from './entities.ts'
import { comparatorBefore, withComparator, withNumbering, withUnit } from './number-edges.ts'
import { FRACTIONS, isCardinal, SCALES, TIME_UNITS, unitAt } from './number-words.ts'
import { follows, type TokenRun } from './token-run.ts'
import type { Token } from './tokens.ts'

/**
 * Counts, measures, shares and ranks, each with the comparator before it and the unit or plural noun right after it: "over
 * 1,400", "some thirty diplomats", "$3.5 billion", "a third", "twice". "first" is a superlative, "one" needs a unit.
 */
export function numbersAmong(tokens: readonly Token[], taken: ReadonlySet<number>): TokenRun[] {
  const runs: TokenRun[] = []
  for (let at = 0; at < tokens.length;) {
    const run = numberAt(tokens, at, taken, runs.at(-1)?.to ?? 0)
    if (run) runs.push(run)
    at = run?.to ?? at + 1
  }
  return runs
}

function numberAt(
  tokens: readonly Token[],
  at: number,
  taken: ReadonlySet<number>,
  least: number,
): TokenRun | null {
  if (taken.has(at) || isPartOfName(tokens, at)) return null
  const article = spokenWithArticle(tokens, at, taken)
  const amount = article ?? amountAt(tokens, at, taken)
  if (amount === null) return null
  const from = withComparator(tokens, withNumbering(tokens, at), taken)
  return { from: Math.max(least, from), to: withUnit(tokens, amount) }
}

/** "the Second World War", "S-400", "[3]bis": capitals and letters that touch make it a name's. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.kind === 'number') {
    const isGlued = token.touches && before !== undefined && before.kind !== 'mark'
    const isHyphened =
      token.touches && before?.words === '-' && before.touches && tokens[at - 2]?.capital === true
    return isGlued || isHyphened || NUMBERED.has(before?.words ?? '')
  }
  return token?.capital === true && !token.opens && next?.capital === true && follows(tokens, at + 1)
}

/** "a third of", "a dozen", "half a million", "less than a month". */
function spokenWithArticle(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number | null {
  const [article, word] = [tokens[at]?.lower, tokens[at + 1]]
  if (
    (article !== 'a' && article !== 'an' && article !== 'one') ||
    word?.kind !== 'word' ||
    taken.has(at + 1)
  )
    return null
  if (article === 'one' && isShareOf(tokens, at + 1))
    return plainAmount(tokens, at + (word.lower === 'in' ? 2 : 3))
  if (article === 'one') return unitAt(tokens, at + 1) ?? amountWords(tokens, at + 1, word)
  if (TIME_UNITS.has(word.lower)) return comparatorBefore(tokens, at) < at ? at + 2 : null
  return amountWords(tokens, at + 1, word)
}

/** "one in five", "one out of ten". */
const isShareOf = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.lower === 'in' && isCardinal(tokens[at + 1])) ||
  (tokens[at]?.lower === 'out' && tokens[at + 1]?.lower === 'of' && isCardinal(tokens[at + 2]))

function amountWords(tokens: readonly Token[], at: number, word: Token): number | null {
  if (SCALES.has(word.lower) && word.lower.length > 2) return scaled(tokens, at)
  const isShare =
    FRACTIONS.has(word.lower) &&
    (word.lower === 'half' || word.lower === 'quarter' || tokens[at + 1]?.lower === 'of')
  return isShare ? at + 1 : null
}
