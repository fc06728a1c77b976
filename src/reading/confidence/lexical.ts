import { isHomograph } from './homographs.ts'
import { lexicon, type Meaning } from './lexicon.ts'
import { longestAt } from './phrases.ts'
import type { Tokens } from './tokens.ts'
import { UNKNOWN } from './vocabulary.ts'

/** A phrase of the lexicon found in a sentence. The run leaves out the phrase's context. */
export interface LexicalMatch {
  readonly from: number
  readonly to: number
  readonly notation: string
  readonly meaning: Meaning
}

/** Every phrase of the lexicon in a sentence: longest first, left to right, none over another. */
export function lexicalMatches(tokens: Tokens): LexicalMatch[] {
  const matches: LexicalMatch[] = []
  const starts = lexicon.next
  for (let at = 0; at < tokens.ids.length; at++) {
    const id = tokens.ids[at] ?? UNKNOWN
    if (id === UNKNOWN || starts?.has(id) !== true) continue
    const match = longestAt(lexicon, tokens.ids, at)
    if (match === null) continue
    const from = at + match.phrase.lead
    const to = from + match.phrase.size
    if (isHomograph(tokens, from, to)) continue
    matches.push({ from, to, notation: match.phrase.notation, meaning: match.phrase.meaning })
    at = to - 1
  }
  return matches
}
