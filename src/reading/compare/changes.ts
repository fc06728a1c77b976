import type { Change } from './comparison.ts'
import { hedgesOf } from './hedges.ts'
import { type IsOrdinary, namesIn, namesOf } from './names.ts'
import { isNegation, negationsOf, opposedWords } from './negation.ts'
import { isQuantity, quantitiesOf } from './numbers.ts'
import { stepsBetween, type Token, tokensOf } from './tokens.ts'

/**
 * What changed from one wording to another, markers left out of both: numbers and dates, names, denials, how sure it
 * sounds, and other words. At least one kind: where nothing is told by words, the wording changed.
 */
export function changesBetween(old: string, next: string, isOrdinary: IsOrdinary): Change[] {
  const [olds, news] = [tokensOf(old), tokensOf(next)]
  const changed = changedTokens(olds, news)
  const opposed = opposedWords(changed.removed, changed.added)
  const hedges = differing(hedgesOf(old), hedgesOf(next))
  const changes: Change[] = []
  if (!same(quantitiesOf(olds), quantitiesOf(news))) changes.push('number')
  if (!same(...namesThatChanged(olds, news, changed, isOrdinary))) changes.push('name')
  if (opposed.size > 0 || negationsOf(olds) !== negationsOf(news)) changes.push('negation')
  if (hedges.length > 0) changes.push('hedge')
  const told = toldOf(changed, opposed, hedges, isOrdinary)
  if (changes.length === 0 || hasMore(changed, told)) changes.push('wording')
  return changes
}

interface Changed {
  readonly removed: readonly Token[]
  readonly added: readonly Token[]
}

function changedTokens(olds: readonly Token[], news: readonly Token[]): Changed {
  const steps = stepsBetween(olds, news)
  const of = (kind: 'removed' | 'added'): Token[] =>
    steps.filter((step) => step.kind === kind).flatMap(({ tokens }) => tokens)
  return { removed: of('removed'), added: of('added') }
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

/** What one list holds more often than the other. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  const rest = [...b]
  const only = a.filter((one) => {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [...only, ...rest]
}

/** The names of both sides, without those that only gained or lost their capital. */
function namesThatChanged(
  olds: readonly Token[],
  news: readonly Token[],
  { removed, added }: Changed,
  isOrdinary: IsOrdinary,
): [string[], string[]] {
  const small = new Set(
    [...removed, ...added].map(({ text }) => text).filter((text) => /^\p{Ll}/u.test(text)),
  )
  const named = (tokens: readonly Token[]): string[] =>
    namesOf(tokens, isOrdinary).filter((name) => !small.has(name.toLowerCase()))
  return [named(olds), named(news)]
}

/** The words, lower case, that the kinds of change have accounted for. */
function toldOf(
  { removed, added }: Changed,
  opposed: ReadonlySet<string>,
  hedges: readonly string[],
  isOrdinary: IsOrdinary,
): Set<string> {
  const names = [...namesIn(removed, isOrdinary), ...namesIn(added, isOrdinary)]
  return new Set([
    ...opposed,
    ...hedges.flatMap((hedge) => tokensOf(hedge).map(({ text }) => text)),
    ...names.map(({ text }) => text.toLowerCase()),
  ])
}

const hasMore = ({ removed, added }: Changed, told: ReadonlySet<string>): boolean =>
  [...removed, ...added].some(
    (token) =>
      /\p{L}/u.test(token.text) &&
      !told.has(token.text.toLowerCase()) &&
      !isQuantity(token) &&
      !isNegation(token),
  )
