import type { WordBag } from './similarity-words.ts'

/**
 * How alike two stretches are by their words, 0 (no word in common) to 1 (the same words, in any order): twice the letters
 * of the words that they share by the letters of both. Long words count for more, as they say more. Dice's coefficient
 * over words weighed by their length.
 */
export function similarity(a: WordBag, b: WordBag): number {
  const all = a.letters + b.letters
  return all === 0 ? 0 : (2 * sharedLetters(a, b)) / all
}

/** How much of `part` stands in `whole`, 0 to 1, by the letters of its words. */
export const containment = (part: WordBag, whole: WordBag): number =>
  part.letters === 0 ? 0 : sharedLetters(part, whole) / part.letters

/** The letters of the words that two bags share, each as often as both hold it. */
export function sharedLetters(a: WordBag, b: WordBag): number {
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let letters = 0
  for (const [word, count] of few.counts) {
    const other = many.counts.get(word)
    if (other !== undefined) letters += Math.min(count, other) * word.length
  }
  return letters
}
