import { CAPITAL, NUMBER, WORD, type Tokens } from './tokens.ts'
import { intern, UNKNOWN } from './vocabulary.ts'

/** Words from which on a sentence counts as one step longer. */
const LENGTHS = [4, 6, 8, 10, 13, 17, 22, 30, 45]
const MOST_NUMBERS = 3
const MOST_NAMES = 4

const lengthIds = Array.from({ length: LENGTHS.length + 1 }, (_, step) => intern(`<length ${step}>`))
const numberIds = Array.from({ length: MOST_NUMBERS + 1 }, (_, count) => intern(`<numbers ${count}>`))
const nameIds = Array.from({ length: MOST_NAMES + 1 }, (_, count) => intern(`<capitals ${count}>`))

/** What a linear model sees of a sentence: the ids of its distinct known words, and of made-up words for its length, numbers and capitals. */
export function sentenceFeatures(tokens: Tokens): number[] {
  const features = [...new Set(tokens.ids)].filter((id) => id !== UNKNOWN)
  const { words, numbers, names } = counts(tokens)
  features.push(lengthIds[LENGTHS.filter((bound) => words >= bound).length] ?? UNKNOWN)
  features.push(numberIds[Math.min(numbers, MOST_NUMBERS)] ?? UNKNOWN)
  features.push(nameIds[Math.min(names, MOST_NAMES)] ?? UNKNOWN)
  return features
}

/** Words, numbers, and words with a capital that do not open the sentence. */
function counts(tokens: Tokens): { words: number; numbers: number; names: number } {
  let [words, numbers, names] = [0, 0, 0]
  tokens.flags.forEach((flag, at) => {
    if ((flag & WORD) !== 0) words++
    if ((flag & NUMBER) !== 0) numbers++
    if ((flag & CAPITAL) !== 0 && at > 0) names++
  })
  return { words, numbers, names }
}
