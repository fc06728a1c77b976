import { CAPITAL, WORD, type Tokens } from './tokens.ts'
import { isScientificWord } from './scientific.ts'
import { BIT, classesOf, word } from './word-classes.ts'

const BY = word('by')

/** What stands round a cue, as far as the contextual model looks. */
export interface CueContext {
  /** Ids of the words next to it; 0 where the sentence starts or ends, or the word is unknown. */
  readonly before: number
  readonly after: number
  /** Names of the traits that hold, of those in TRAITS, as bits. */
  readonly traits: number
}

/** Facts about the whole sentence that bear on each of its cues. */
export interface SentenceContext {
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

export function sentenceContext(tokens: Tokens): SentenceContext {
  let count = 0
  for (const id of tokens.ids) if (isScientificWord(id)) count++
  return { scientific: count >= SCIENTIFIC_WORDS }
}

/** The surroundings of the tokens from `from` up to `to`. */
export function contextOf(tokens: Tokens, from: number, to: number): CueContext {
  const before = tokens.ids[from - 1] ?? 0
  const after = tokens.ids[to] ?? 0
  return { before, after, traits: traitsOf(tokens, from, to) }
}

function traitsOf(tokens: Tokens, from: number, to: number): number {
  const before = classesOf(tokens.ids[from - 1] ?? 0)
  const after = classesOf(tokens.ids[to] ?? 0)
  const near = after | classesOf(tokens.ids[to + 1] ?? 0) | classesOf(tokens.ids[to + 2] ?? 0)
  const isWord = (at: number): boolean => ((tokens.flags[at] ?? 0) & WORD) !== 0
  return bits([
    from === 0,
    !isWord(to),
    ((tokens.flags[to] ?? 0) & CAPITAL) !== 0,
    (before & BIT.be) !== 0,
    (before & BIT.determiner) !== 0,
    (before & BIT.preposition) !== 0,
    (before & BIT.negation) !== 0,
    (before & BIT.adverb) !== 0,
    from > 0 && !isWord(from - 1),
    (after & BIT.preposition) !== 0,
    (after & BIT.conjunction) !== 0,
    (after & BIT.people) !== 0,
    (near & BIT.people) !== 0,
    (after & BIT.opinion) !== 0,
    (near & BIT.opinion) !== 0,
    (near & BIT.passiveReport) !== 0,
    (after & BIT.be) !== 0,
    tokens.ids[to] === BY || tokens.ids[to + 1] === BY,
  ])
}

const bits = (facts: readonly boolean[]): number =>
  facts.reduce((sum, fact, i) => (fact ? sum | (1 << i) : sum), 0)
