import { known } from './entities.ts'
import { Phrases } from './phrases.ts'
import { phrasesOf, readData } from './read-data.ts'
import { follows, type TokenRun } from './token-run.ts'
import type { Token } from './tokens.ts'

const data = readData('titles.json') as Readonly<Record<string, string | string[]>>
type Sureness = 'sure' | 'ambiguous' | 'before'
const heads = new Phrases<Sureness>('lower')
  .addAll(phrasesOf(data['heads'] ?? ''), 'sure')
  .addAll(phrasesOf(data['phrases'] ?? ''), 'sure')
const AMBIGUOUS = new Set(phrasesOf(data['ambiguous'] ?? ''))
const BEFORE_NAMES = new Set(phrasesOf(data['before'] ?? ''))
heads.addAll(
  [...AMBIGUOUS, ...BEFORE_NAMES].filter((head) => !phrasesOf(data['heads'] ?? '').includes(head)),
  'ambiguous',
)
heads.addAll(
  [...BEFORE_NAMES].map((head) => `${head}.`),
  'before',
)
const MODIFIERS = new Set(phrasesOf(data['modifiers'] ?? ''))
/** Words that may come between an office and what it is of. */
const PEOPLE_VERBS = /^(?:of|at|for|in|abroad|who|said|says|told|added|and|to|from|had|has|was|is)$/
const ARTICLES = /^(?:the|a|an|his|her|its|their|our|another|one|former|senior|top)$/

/** Whether a token makes the capitals before it the name of a body. */
type IsHead = (at: number) => boolean

/**
 * Offices, ranks and roles of one person, with the words before that are a part of them: "deputy foreign minister". What
 * follows ("of the bureau", "to the region") is left out, plurals too.
 */
export function titlesAmong(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  isHead: IsHead,
): TokenRun[] {
  const runs: TokenRun[] = []
  for (let at = 0; at < tokens.length;) {
    const end = taken.has(at) ? null : titleAt(tokens, at, isHead)
    const from = end === null ? at : firstOf(tokens, at, runs.at(-1)?.to ?? 0)
    if (end !== null) runs.push({ from, to: end })
    at = end ?? at + 1
  }
  return joined(tokens, runs)
}

/** "President" and "Director General" in a row are one title. */
function joined(tokens: readonly Token[], runs: readonly TokenRun[]): TokenRun[] {
  const whole: TokenRun[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last?.to === run.from && follows(tokens, run.from))
      whole.splice(-1, 1, { from: last.from, to: run.to })
    else whole.push(run)
  }
  return whole
}

/** Where the title whose noun starts at token `at` ends, or null. */
function titleAt(tokens: readonly Token[], at: number, isHead: IsHead): number | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const end = heads.at(tokens, at)?.end
  if (end === undefined || (tokens[end]?.words === '-' && tokens[end].touches)) return null
  if (isBeforeCapital(tokens, end)) {
    if (isHead(end)) return token.capital && !token.opens ? null : alone(tokens, at, end)
    if (known.at(tokens, end)?.value !== 'people') return end
  }
  return alone(tokens, at, end)
}

const isBeforeCapital = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.capital === true && follows(tokens, at)

/** A title that no name follows: a sure one, or one whose neighbours make it sure. */
function alone(tokens: readonly Token[], at: number, end: number): number | null {
  const word = tokens[at]?.lower.replace(/\.$/, '') ?? ''
  if (end > at + 1) return end
  if (BEFORE_NAMES.has(word) && !AMBIGUOUS.has(word)) return isAlone(tokens, at) ? end : null
  return !AMBIGUOUS.has(word) || isOffice(tokens, at, end) ? end : null
}

/** "the king", "the pope": by an article, and nothing in the way of a noun after it. */
const isAlone = (tokens: readonly Token[], at: number): boolean =>
  /^(?:king|queen|pope|prince|princess|dean|deputy)$/.test(tokens[at]?.lower ?? '') &&
  /^(?:the|a|his|her)$/.test(tokens[at - 1]?.lower ?? '') &&
  !isNounLike(tokens[at + 1])

const isNounLike = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !token.afterGap && !PEOPLE_VERBS.test(token.lower) && !token.lower.endsWith('ed')

/** "a senior official, said", "head of the bureau", not "an official response", "to head", "chief among them". */
function isOffice(tokens: readonly Token[], at: number, end: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[end]]
  if (LEADERS.has(tokens[at]?.lower ?? '')) return leads(before, next)
  return (isDescribed(before) || before?.capital === true) && !isNounLike(next)
}

const LEADERS = new Set(['head', 'chief', 'chair'])

const isDescribed = (before: Token | undefined): boolean =>
  before !== undefined && (ARTICLES.test(before.lower) || MODIFIERS.has(before.lower) || before.possessive)

/** Before "of" anything but "at the head of" will do; elsewhere "bureau head" needs its first word. */
function leads(before: Token | undefined, next: Token | undefined): boolean {
  if (next?.lower === 'of') return !/^(?:at|to|will|would|can)$/.test(before?.lower ?? '')
  return MODIFIERS.has(before?.lower ?? '') && !isNounLike(next)
}

/** Steps back over the words that are a part of a title: "deputy foreign", "former". */
function firstOf(tokens: readonly Token[], at: number, least: number): number {
  let from = at
  while (from > least && follows(tokens, from) && MODIFIERS.has(tokens[from - 1]?.lower ?? '')) from--
  return from
}
