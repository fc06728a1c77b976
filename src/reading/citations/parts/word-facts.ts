import { endClass, shapeClass, shapeName, startClass } from './word-class.ts'

/** What the rules of the chain ask of one word alone. */
export interface WordFacts {
  readonly shape: number
  readonly end: number
  readonly start: number
  readonly opensQuote: boolean
  /** Ends a sentence, as far as one word can tell. */
  readonly isStop: boolean
  readonly isYear: boolean
  readonly isIn: boolean
  /** Brackets opened less brackets closed. */
  readonly depth: number
}

/** Words that are kept; those of one document come again and again. */
const MOST_KEPT = 20_000
const known = new Map<string, WordFacts>()

export function factsOf(word: string): WordFacts {
  const kept = known.get(word)
  if (kept) return kept
  if (known.size >= MOST_KEPT) known.clear()
  const shape = shapeClass(word)
  const facts: WordFacts = {
    shape,
    end: endClass(word),
    start: startClass(word),
    opensQuote: /^["“„«]/.test(word),
    isStop: endClass(word) === 1 && /\p{Ll}{3}\.$/u.test(word),
    isYear: shapeName(shape) === 'year',
    isIn: /^[Ii]n:?$/.test(word),
    depth: count(word, '(') - count(word, ')'),
  }
  known.set(word, facts)
  return facts
}

const count = (text: string, sign: string): number => (text.includes(sign) ? text.split(sign).length - 1 : 0)
