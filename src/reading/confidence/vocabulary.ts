/**
 * Every word that some lexicon or weight file knows, as a small integer, so that a sentence's words are looked up once.
 * Filled while the modules load and never afterwards.
 */
const ids = new Map<string, number>()

/** The id of every word that no lexicon knows. */
export const UNKNOWN = 0

/** The id of a lower-case word, given to it now when it has none. For use while lexicons load. */
export function intern(word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  const id = ids.size + 1
  ids.set(word, id)
  return id
}

/** The id of a lower-case word, or UNKNOWN. */
export const idOf = (word: string): number => ids.get(word) ?? UNKNOWN
