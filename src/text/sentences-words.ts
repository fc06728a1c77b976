import { readFileSync } from 'node:fs'

interface Abbreviations {
  readonly title: readonly string[]
  readonly number: readonly string[]
  readonly inside: readonly string[]
  readonly clock: readonly string[]
  readonly ending: readonly string[]
  readonly plain: readonly string[]
  readonly unit: readonly string[]
  readonly words: readonly string[]
}

interface Starters {
  readonly starters: readonly string[]
  readonly articles: readonly string[]
  readonly months: readonly string[]
  readonly prepositions: readonly string[]
  readonly exclaimed: readonly string[]
  readonly sayers: readonly string[]
  readonly arabicSayers: readonly string[]
}

/** How a word with a full stop behaves. The meaning of each kind stands in abbreviations.json. */
export type AbbreviationKind = Exclude<keyof Abbreviations, 'words' | 'unit'>

const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

const lists = load('./abbreviations.json') as Abbreviations
const words = load('./sentence-starters.json') as Starters

/** Later kinds win where a word stands in several lists. */
const ORDER = ['plain', 'number', 'title', 'inside', 'ending', 'clock'] as const

const kinds: ReadonlyMap<string, ReadonlySet<AbbreviationKind>> = kindsByWord()

function kindsByWord(): Map<string, Set<AbbreviationKind>> {
  const byWord = new Map<string, Set<AbbreviationKind>>()
  for (const kind of ORDER)
    for (const word of lists[kind]) byWord.set(word, (byWord.get(word) ?? new Set()).add(kind))
  return byWord
}

const none: ReadonlySet<AbbreviationKind> = new Set()

/** What kinds of abbreviation a word can be, `word` without its last full stop; empty for an ordinary word. */
export const abbreviationKinds = (word: string): ReadonlySet<AbbreviationKind> =>
  kinds.get(word.toLowerCase()) ?? none

const units = new Set(lists.unit)

/** Whether a word is a measure, which may end a sentence behind its number ("85 kg."). */
export const isUnit = (word: string): boolean => units.has(word)

const ordinary = new Set(lists.words)

/** Whether a word, as written, is as likely no abbreviation at all ("no", "art", "ill"). */
export const isOrdinaryWord = (word: string): boolean => ordinary.has(word)

const starters = new Set(words.starters)
const articles = new Set(words.articles)
const months = new Set(words.months)
const prepositions = new Set(words.prepositions)
const exclaimed = new Set(words.exclaimed)
const sayers = new Set(words.sayers)

export const startsSentences = (word: string): boolean => starters.has(word)
export const standsBeforeOrdinals = (word: string): boolean => articles.has(word.toLowerCase())
export const followsOrdinals = (word: string): boolean => months.has(word.toLowerCase())
export const opensAdverbial = (word: string): boolean => prepositions.has(word.toLowerCase())
export const isExclaimedName = (wordWithMark: string): boolean => exclaimed.has(wordWithMark.toLowerCase())
export const isSayer = (word: string): boolean => sayers.has(word)

const arabicSayers = new Set(words.arabicSayers)
/** Whether an Arabic word, its conjunction aside, introduces speech or a list. */
export const introducesInArabic = (word: string): boolean =>
  arabicSayers.has(word) || (/^[وف]/.test(word) && arabicSayers.has(word.slice(1)))
