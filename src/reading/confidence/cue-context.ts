import { CAPITAL, WORD, type Tokens } from './tokens.ts'
import { isScientificWord } from './scientific.ts'
import { BIT, word, type WordClass } from './word-classes.ts'

const BY = word('by')

/** What stands round a cue, as far as the models look. */
export interface CueContext {
  /** Ids of the words next to it; 0 where the sentence starts or ends, or the word is unknown. */
  readonly before: number
  readonly after: number
  /** Names of the traits that hold, of those in TRAITS, as bits. */
  readonly traits: number
  /** Whether the whole sentence is scientific prose. */
  readonly scientific: boolean
}

/** Words of scientific prose that make a sentence scientific. */
const SCIENTIFIC_WORDS = 2

/** The traits of a cue's surroundings, in the order of their bits. */
export const TRAITS = [
  'opens the sentence',
  'ends the clause',
  'before a name',
  'after a form of be',
  'after a determiner',
  'after a preposition',
  'after a negation',
  'after an adverb',
  'after a mark',
  'before a preposition',
  'before a conjunction',
  'before people',
  'people near after',
  'before a verb of opinion',
  'opinion near after',
  'passive of opinion near after',
  'before a form of be',
  'by near after',
] as const

const bitOf = (trait: (typeof TRAITS)[number]): number => 1 << TRAITS.indexOf(trait)
const OPENS = bitOf('opens the sentence')
const ENDS = bitOf('ends the clause')
const BEFORE_NAME = bitOf('before a name')
const AFTER_MARK = bitOf('after a mark')
const NEAR_BY = bitOf('by near after')

/** Whether a sentence is scientific prose, by its words. */
export function isScientific({ ids }: Tokens): boolean {
  let count = 0
  for (const id of ids) if (isScientificWord(id) && ++count >= SCIENTIFIC_WORDS) return true
  return false
}

/** The surroundings of the tokens from `from` up to `to`. */
export function contextOf(tokens: Tokens, from: number, to: number, scientific: boolean): CueContext {
  const before = tokens.ids[from - 1] ?? 0
  const after = tokens.ids[to] ?? 0
  return { before, after, traits: traitsOf(tokens, from, to), scientific }
}

function traitsOf(tokens: Tokens, from: number, to: number): number {
  const { ids, flags, classes } = tokens
  const afterwards = flags[to] ?? 0
  let traits = 0
  if (from === 0) traits |= OPENS
  else if (((flags[from - 1] ?? 0) & WORD) === 0) traits |= AFTER_MARK
  if ((afterwards & WORD) === 0) traits |= ENDS
  if ((afterwards & CAPITAL) !== 0) traits |= BEFORE_NAME
  if (ids[to] === BY || ids[to + 1] === BY) traits |= NEAR_BY
  const next = classes[to] ?? 0
  const near = next | (classes[to + 1] ?? 0) | (classes[to + 2] ?? 0)
  return (
    traits | translated(BEFORE, classes[from - 1] ?? 0) | translated(AFTER, next) | translated(NEAR, near)
  )
}

/** Which trait a class gives rise to when it stands before, right after or near after the cue, as bits of class and trait. */
const pairs = (
  table: Readonly<Partial<Record<WordClass, (typeof TRAITS)[number]>>>,
): (readonly [number, number])[] =>
  Object.entries(table).map(([name, trait]) => [BIT[name as WordClass], bitOf(trait)])

const BEFORE = pairs({
  be: 'after a form of be',
  determiner: 'after a determiner',
  preposition: 'after a preposition',
  negation: 'after a negation',
  adverb: 'after an adverb',
})
const AFTER = pairs({
  preposition: 'before a preposition',
  conjunction: 'before a conjunction',
  people: 'before people',
  opinion: 'before a verb of opinion',
  be: 'before a form of be',
})
const NEAR = pairs({
  people: 'people near after',
  opinion: 'opinion near after',
  passiveReport: 'passive of opinion near after',
})

function translated(table: readonly (readonly [number, number])[], classes: number): number {
  let traits = 0
  for (const [of, trait] of table) if ((classes & of) !== 0) traits |= trait
  return traits
}
