import type { Span } from '../../text/span.ts'
import { isCommonWord, isFunctionWord } from './common-words.ts'
import { Phrases } from './phrases.ts'
import { phrasesOf, readData, wordsOf } from './read-data.ts'
import type { Token } from './tokens.ts'

const data = readData('superlatives.json') as Readonly<
  Record<'words' | 'phrases' | 'except' | 'ends' | 'before', string | string[]>
>
const WORDS = new Set(wordsOf(data.words))
const NO_SUPERLATIVES = new Set(wordsOf(data.ends))
const BEFORE_RANK = new Set(wordsOf(data.before))
const phrases = new Phrases<boolean>('lower')
  .addAll(phrasesOf(data.phrases), true)
  .addAll(phrasesOf(data.except), false)
const DETERMINERS = new Set(wordsOf('the a an its his her their our your my this that very'))

/** Words that claim the utmost, the first or all without exception. */
export function superlativesAmong(tokens: readonly Token[]): Span[] {
  const found: Span[] = []
  for (let at = 0; at < tokens.length;) {
    const run = runAt(tokens, at)
    const [first, last] = [tokens[at], tokens[run.end - 1]]
    if (run.found && first && last) found.push({ start: first.start, end: last.end })
    at = run.end
  }
  return found
}

function runAt(tokens: readonly Token[], at: number): { readonly end: number; readonly found: boolean } {
  const phrase = phrases.at(tokens, at)
  if (phrase) return { end: phrase.end, found: phrase.value }
  const lower = tokens[at]?.lower ?? ''
  if (lower === 'most' || lower === 'least')
    return { end: gradesNext(tokens, at) ? at + 2 : at + 1, found: !isAdverb(tokens[at + 1]) }
  return { end: at + 1, found: lower === 'first' ? isOfRank(tokens, at) : isSuperlative(tokens[at]) }
}

const isSuperlative = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (WORDS.has(token.lower) || isInEst(token))

/** "largest", "heaviest": an ending, with the words of other kinds taken out. A capital within a sentence is a name's. */
const isInEst = ({ lower, capital, opens }: Token): boolean =>
  lower.length > 4 &&
  lower.endsWith('est') &&
  !NO_SUPERLATIVES.has(lower) &&
  (!capital || opens || isCommonWord(lower))

/** "the most important", not "most people": a word of degree before the adjective that a determiner announces. */
function gradesNext(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  const isAnnounced =
    before !== undefined &&
    (DETERMINERS.has(before.lower) || before.possessive || /^(?:and|or)$/.test(before.lower))
  return isAnnounced && next?.kind === 'word' && !next.capital && !isFunctionWord(next.lower)
}

/** "most probably" is no superlative, though "the most likely" may be one. */
const isAdverb = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.lower.endsWith('ly') && token.lower !== 'likely'

/** "the first visit", "In First Visit", not "they first came", "First, …" or "at first". */
function isOfRank(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (before?.lower === 'at' || next?.kind !== 'word') return false
  if (before === undefined || before.kind === 'mark' || before.possessive) return true
  return BEFORE_RANK.has(before.lower)
}
