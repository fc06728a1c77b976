import { readData } from './read-data.ts'
import { intern, vocabularySize } from './vocabulary.ts'

const NAMES = [
  'be',
  'have',
  'negation',
  'determiner',
  'definite',
  'preposition',
  'adverb',
  'conjunction',
  'report',
  'opinion',
  'passiveReport',
  'people',
  'person',
  'documents',
  'reportNoun',
  'anonymous',
  'peopleModifier',
  'quantifier',
  'ambiguousReport',
  'needsComplement',
  'pronoun',
  'relative',
  'participle',
  'subordinator',
  'according',
  'hearsay',
] as const

export type WordClass = (typeof NAMES)[number]

/** One bit for each class of word. */
export const BIT = Object.fromEntries(NAMES.map((name, i) => [name, 1 << i])) as Readonly<
  Record<WordClass, number>
>

const bitsById = loadClasses()

function loadClasses(): Int32Array {
  const file = readData('word-classes.json') as Readonly<Record<WordClass, string>>
  const members = NAMES.map((name) => file[name].split(' ').map(intern))
  const bits = new Int32Array(vocabularySize())
  members.forEach((ids, i) => {
    for (const id of ids) bits[id] = (bits[id] ?? 0) | (1 << i)
  })
  return bits
}

/** The classes that a word belongs to, as bits; 0 for none. */
export const classesOf = (id: number): number => (id < bitsById.length ? (bitsById[id] ?? 0) : 0)

/** The id of a word that a rule names. */
export const word = (text: string): number => intern(text)
