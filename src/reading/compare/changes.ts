import type { Change } from './comparison.ts'
import { hedgesOf } from './hedges.ts'
import { bareNames, type IsOrdinary, namesIn } from './names.ts'
import { isNegation, negationsOf, opposedWords } from './negation.ts'
import { isQuantity, quantitiesOf } from './numbers.ts'
import { stepsBetween, type Token, tokensOf } from './tokens.ts'

/**
 * What changed from one wording to another, markers left out of both: numbers and dates, names, denials, how sure it
 * sounds, and other words. At least one kind: where nothing is told by words, the wording changed.
 */
export function changesBetween(old: string, next: string, isOrdinary: IsOrdinary): Change[] {
  const [olds, news] = [tokensOf(old), tokensOf(next)]
  const { removed, added } = changedTokens(olds, news)
  const opposed = opposedWords(removed, added)
  const hedges = [...removed, ...added].some(isWord) ? differing(hedgesOf(old), hedgesOf(next)) : []
  const names = { old: namesIn(olds, removed, isOrdinary), new: namesIn(news, added, isOrdinary) }
  const changes: Change[] = []
  if (!same(quantitiesOf(olds, removed), quantitiesOf(news, added))) changes.push('number')
  if (haveChanged(names, [...removed, ...added])) changes.push('name')
  if (opposed.size > 0 || negationsOf(removed) !== negationsOf(added)) changes.push('negation')
  if (hedges.length > 0) changes.push('hedge')
  const told = toldOf(opposed, hedges, [...names.old, ...names.new])
  if (changes.length === 0 || [...removed, ...added].some((token) => isUntold(token, told)))
    changes.push('wording')
  return changes
}

interface Changed {
  readonly removed: ReadonlySet<Token>
  readonly added: ReadonlySet<Token>
}

function changedTokens(olds: readonly Token[], news: readonly Token[]): Changed {
  const steps = stepsBetween(olds, news)
  const of = (kind: 'removed' | 'added'): Set<Token> =>
    new Set(steps.filter((step) => step.kind === kind).flatMap(({ tokens }) => tokens))
  return { removed: of('removed'), added: of('added') }
}

const isWord = ({ text }: Token): boolean => /\p{L}/u.test(text)

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

/** Whether the names are others, and not only with or without a capital. */
function haveChanged(
  names: { readonly old: readonly Token[]; readonly new: readonly Token[] },
  changed: readonly Token[],
): boolean {
  const small = new Set(changed.map(({ text }) => text).filter((text) => /^\p{Ll}/u.test(text)))
  const [olds, news] = [names.old, names.new].map((tokens) =>
    bareNames(tokens).filter((name) => !small.has(name.toLowerCase())),
  )
  return !same(olds ?? [], news ?? [])
}

/** The words, lower case, that the kinds of change have accounted for. */
const toldOf = (
  opposed: ReadonlySet<string>,
  hedges: readonly string[],
  names: readonly Token[],
): ReadonlySet<string> =>
  new Set([
    ...opposed,
    ...hedges.flatMap((hedge) => tokensOf(hedge).map(({ text }) => text)),
    ...names.map(({ text }) => text.toLowerCase()),
  ])

const isUntold = (token: Token, told: ReadonlySet<string>): boolean =>
  isWord(token) && !told.has(token.text.toLowerCase()) && !isQuantity(token) && !isNegation(token)
