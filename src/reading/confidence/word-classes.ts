import { readData } from './read-data.ts'
import { idOf, intern } from './vocabulary.ts'

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
] as const

export type WordClass = (typeof NAMES)[number]

/** One bit for each class of word. */
export const BIT = Object.fromEntries(NAMES.map((name, i) => [name, 1 << i])) as Readonly<
  Record<WordClass, number>
>

const bitsById: number[] = loadClasses()

function loadClasses(): number[] {
  const file = readData('word-classes.json') as Readonly<Record<WordClass, string>>
  const bits: number[] = []
  for (const name of NAMES)
    for (const word of file[name].split(' ')) {
      const id = intern(word)
      bits[id] = (bits[id] ?? 0) | BIT[name]
    }
  return bits
}

/** The classes that a word belongs to, as bits; 0 for none. */
export const classesOf = (id: number): number => bitsById[id] ?? 0

/** The id of a word that a rule names. */
export const word = (text: string): number => (idOf(text) === 0 ? intern(text) : idOf(text))
