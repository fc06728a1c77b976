import { endOfWords } from '../../claims/excerpt/find-words.ts'
import { comparedWords, type Word } from '../../claims/excerpt/words.ts'

/** What an excerpt leaves out: "…", "...", "[…]", "(...)". */
const LEFT_OUT = /[[(]?\s*(?:…|\.{3,})\s*[\])]?/

/**
 * Whether a text holds an excerpt, word for word and in order; typography and letter case are not compared, and what the excerpt leaves
 * out may be anything. Linear in the text for each part of the excerpt.
 */
export function holdsExcerpt(text: readonly Word[], excerpt: string): boolean {
  let from = 0
  for (const part of excerpt.split(LEFT_OUT)) {
    const wanted = comparedWords(part)
    if (wanted.length === 0) continue
    const end = endOfWords(text, wanted, from)
    if (end === null) return false
    from = end
  }
  return true
}
