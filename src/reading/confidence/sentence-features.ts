import { CAPITAL, NUMBER, WORD, type Tokens } from './tokens.ts'
import { intern, UNKNOWN, vocabularySize } from './vocabulary.ts'

/** Words from which on a sentence counts as one step longer. */
const LENGTHS = [4, 6, 8, 10, 13, 17, 22, 30, 45]
const MOST_NUMBERS = 3
const MOST_NAMES = 4

const lengthIds = Array.from({ length: LENGTHS.length + 1 }, (_, step) => intern(`<length ${step}>`))
const numberIds = Array.from({ length: MOST_NUMBERS + 1 }, (_, count) => intern(`<numbers ${count}>`))
const nameIds = Array.from({ length: MOST_NAMES + 1 }, (_, count) => intern(`<capitals ${count}>`))

/** What a linear model sees of a sentence: the ids of its distinct known words, and of made-up words for its length, numbers and capitals. */
export function sentenceFeatures(tokens: Tokens): number[] {
  const features = distinct(tokens.ids)
  const { words, numbers, names } = counts(tokens)
  features.push(lengthIds[stepOf(words)] ?? UNKNOWN)
  features.push(numberIds[Math.min(numbers, MOST_NUMBERS)] ?? UNKNOWN)
  features.push(nameIds[Math.min(names, MOST_NAMES)] ?? UNKNOWN)
  return features
}

function stepOf(words: number): number {
  let step = 0
  while (step < LENGTHS.length && words >= (LENGTHS[step] ?? 0)) step++
  return step
}

/** In which call of `distinct` an id was last seen, by id. */
let seen = new Int32Array(0)
let call = 0

/** The known ids among these, each once. */
export function distinct(ids: readonly number[]): number[] {
  if (seen.length < vocabularySize()) seen = new Int32Array(vocabularySize())
  call = (call + 1) | 0
  const once: number[] = []
  for (const id of ids) {
    if (id === UNKNOWN || seen[id] === call) continue
    seen[id] = call
    once.push(id)
  }
  return once
}

/** Words, numbers, and words with a capital that do not open the sentence. */
function counts(tokens: Tokens): { words: number; numbers: number; names: number } {
  let words = 0
  let numbers = 0
  let capitals = 0
  for (const flag of tokens.flags) {
    if ((flag & WORD) !== 0) words++
    if ((flag & NUMBER) !== 0) numbers++
    if ((flag & CAPITAL) !== 0) capitals++
  }
  const opening = ((tokens.flags[0] ?? 0) & CAPITAL) === 0 ? 0 : 1
  const names = capitals - opening
  return { words, numbers, names }
}
