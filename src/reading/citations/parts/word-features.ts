import { endClass, shapeClass, shapeName, startClass } from './word-class.ts'

/** Stand before the first word and after the last. */
export const OPENING = '\u0002'
export const CLOSING = '\u0003'

/** A longer word (a long address) is told by its beginning. UTF-16 code units. */
const LONGEST_WORD = 60

/** How far from the word itself a feature is looked at. */
export const OFFSETS = [-2, -1, 0, 1, 2] as const

/** What is seen of one word, alone, wherever it stands near the word to be labelled. */
export function nearFeatures(written: string): string[] {
  const word = written.slice(0, LONGEST_WORD)
  if (word === OPENING || word === CLOSING) return ['edge']
  const [shape, end] = [shapeName(shapeClass(word)), endClass(word)]
  return [`w=${core(word)}`, `s=${shape}`, `e=${end}`, `se=${shape}${end}`]
}

/** What is seen of the word to be labelled, beside that. */
export function ownFeatures(written: string): string[] {
  const word = written.slice(0, LONGEST_WORD)
  if (word === OPENING || word === CLOSING) return []
  const letters = core(word)
  const ends =
    letters.length > 3
      ? [
          `<${letters.slice(0, 3)}`,
          `<${letters.slice(0, 4)}`,
          `>${letters.slice(-3)}`,
          `>${letters.slice(-2)}`,
        ]
      : []
  return [`r=${word}`, `c=${startClass(word)}`, `l=${Math.min(letters.length, 8)}`, ...ends]
}

/** The features of a word that stands `offset` words behind (negative: before) the word to be labelled, by the names they have in the model. */
export const wordFeatures = (word: string, offset: number): string[] =>
  (offset === 0 ? [...nearFeatures(word), ...ownFeatures(word)] : nearFeatures(word)).map(
    (feature) => `${offset}${feature}`,
  )

/** The word in small letters without the punctuation around it; digits as one sign, so that numbers are alike. */
const core = (word: string): string =>
  (/[\p{L}\d](?:.*[\p{L}\d])?/u.exec(word.toLowerCase())?.[0] ?? '').replace(/\d/g, '0')
