import { tokenise, type Tokens } from '../../src/reading/confidence/tokens.ts'
import { intern } from '../../src/reading/confidence/vocabulary.ts'

/** Names of word ids: every word of the texts that were learned, and whatever else was named. */
const names = new Map<number, string>([[intern('#'), '#']])

/** Gives every word of a text an id, so that the words round a cue can be told apart. */
export function learnWords(text: string): void {
  const folded = text.toLowerCase().replaceAll('’', "'")
  for (const word of folded.match(/[\p{L}][\p{L}\p{N}]*(?:'(?!s\b)\p{L}+)*|'s|[^\s]/gu) ?? []) learnWord(word)
}

export const learnWord = (word: string): void => void names.set(intern(word), word)

/** The word of an id; empty for 0, the unknown word and the edge of a sentence. */
export const nameOf = (id: number): string => names.get(id) ?? ''

/** The tokens of a text that is one sentence without markers or known quotations. */
export const tokensOf = (text: string): Tokens => tokenise(text, { start: 0, end: text.length }, [], [])
