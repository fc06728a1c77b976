/** How often each word of a stretch stands in it, lower case, with the letters of all of them together. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>
  readonly letters: number
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu
/** Scripts that write no spaces between words: their characters go in pairs. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The words of a text in lower case, in order; a number with its points and commas is one word. */
export function wordsIn(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? []
  return UNSPACED.test(text) ? words.flatMap(pairsOf) : words
}

function pairsOf(word: string): string[] {
  if (!UNSPACED.test(word)) return [word]
  const characters = Array.from(word)
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

/** The words of a text with how often each stands in it. */
export function bagOf(text: string): WordBag {
  const counts = new Map<string, number>()
  let letters = 0
  for (const word of wordsIn(text)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    letters += word.length
  }
  return { counts, letters }
}

/** Two bags poured together. */
export function joined(a: WordBag, b: WordBag): WordBag {
  const counts = new Map(a.counts)
  for (const [word, count] of b.counts) counts.set(word, (counts.get(word) ?? 0) + count)
  return { counts, letters: a.letters + b.letters }
}

/** What is left of a bag once another is taken out of it. */
export function without(bag: WordBag, taken: WordBag): WordBag {
  const counts = new Map<string, number>()
  let letters = 0
  for (const [word, count] of bag.counts) {
    const left = count - (taken.counts.get(word) ?? 0)
    if (left <= 0) continue
    counts.set(word, left)
    letters += left * word.length
  }
  return { counts, letters }
}
