import { readData } from './read-data.ts'
import type { Token } from './tokens.ts'

const lists = readData('negations.json') as {
  readonly words: readonly string[]
  readonly prefixes: readonly string[]
}
const WORDS = new Set(lists.words)

/** Whether a word denies: "not", "never", "isn't". */
export const isNegation = ({ text }: Token): boolean => {
  const word = text.toLowerCase()
  return WORDS.has(word) || /n['’]t$/.test(word)
}

/** How often a text denies. */
export const negationsOf = (tokens: Iterable<Token>): number => [...tokens].filter(isNegation).length

/** The words of one text, lower case, that the other has with a prefix that makes them their opposite. */
export function opposedWords(olds: Iterable<Token>, news: Iterable<Token>): Set<string> {
  const [before, after] = [wordsOf(olds), wordsOf(news)]
  return new Set([...opposedIn(before, after), ...opposedIn(after, before)])
}

const wordsOf = (tokens: Iterable<Token>): Set<string> =>
  new Set([...tokens].map(({ text }) => text.toLowerCase()))

function opposedIn(words: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...words].flatMap((word) => {
    if (word.length < 4) return []
    return lists.prefixes
      .map((prefix) => `${prefix}${word}`)
      .filter((opposite) => others.has(opposite) && !words.has(opposite))
      .flatMap((opposite) => [word, opposite])
  })
}
