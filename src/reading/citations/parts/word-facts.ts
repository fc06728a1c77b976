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

export function factsOf(word: string): WordFacts {
  const [shape, end] = [shapeClass(word), endClass(word)]
  return {
    shape,
    end,
    start: startClass(word),
    opensQuote: /^["“„«]/.test(word),
    isStop: end === 1 && /\p{Ll}{3}\.$/u.test(word),
    isYear: shapeName(shape) === 'year',
    isIn: /^[Ii]n:?$/.test(word),
    depth: count(word, '(') - count(word, ')'),
  }
}

const count = (text: string, sign: string): number => (text.includes(sign) ? text.split(sign).length - 1 : 0)
