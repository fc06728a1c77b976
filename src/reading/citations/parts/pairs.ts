import { END_CLASSES, SHAPE_CLASSES, START_CLASSES } from './word-class.ts'
import type { WordFacts } from './word-facts.ts'

/** Shape and end of a word as one number. */
export const wordKind = ({ shape, end }: WordFacts): number => shape * END_CLASSES + end
const KINDS = SHAPE_CLASSES * END_CLASSES

/** Two neighbouring words as one number. */
export const pairOf = (first: number, second: number): number => first * KINDS + second

/** Features of a pair: `side` tells whether the second (0) or the first (1) of them is the word to be labelled. */
export function pairFeatures(pair: number, side: 0 | 1): string[] {
  const [first, second] = [Math.floor(pair / KINDS), pair % KINDS]
  const shapes = `${Math.floor(first / END_CLASSES)}.${Math.floor(second / END_CLASSES)}`
  return [`${side}b${first}.${second}`, `${side}bs${shapes}`, `${side}be${first % END_CLASSES}.${second}`]
}

/** What stands between two words, as one number: how the first ends and how the second begins. It decides how easily the part changes. */
export const JOINTS = END_CLASSES * START_CLASSES
const jointOf = (first: WordFacts, second: WordFacts): number => first.end * START_CLASSES + second.start

/** The joints of a row of words, one fewer than it has words. */
export function jointsOf(words: readonly WordFacts[]): number[] {
  const joints: number[] = []
  let last: WordFacts | undefined
  for (const word of words) {
    if (last) joints.push(jointOf(last, word))
    last = word
  }
  return joints
}
