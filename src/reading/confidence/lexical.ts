import type { FoundCue, TokenRun } from './found.ts'
import { isHomograph } from './homographs.ts'
import { lexicon, type Meaning } from './lexicon.ts'
import { longestAt, type PhraseMatch } from './phrases.ts'
import type { Tokens } from './tokens.ts'
import { BIT, classesOf } from './word-classes.ts'

/** What the lexicon finds in a sentence, in order of position. No two overlap. */
export interface LexicalFinds {
  readonly cues: FoundCue[]
  readonly boosters: TokenRun[]
}

/** Cues weaker than this are for the contextual model to decide. */
const SURE = 0.7

/** Matches every phrase of the lexicon, longest first, left to right. */
export function lexicalFinds(tokens: Tokens): LexicalFinds {
  const finds: LexicalFinds = { cues: [], boosters: [] }
  for (let at = 0; at < tokens.ids.length; at++) {
    const match = longestAt(lexicon, tokens.ids, at)
    if (match === null) continue
    const from = match.from + match.phrase.lead
    const to = from + match.phrase.size
    if (isHomograph(tokens, from, to)) continue
    keep(finds, tokens, match, { from, to })
    at = to - 1
  }
  return finds
}

function keep(finds: LexicalFinds, tokens: Tokens, match: PhraseMatch<Meaning>, run: TokenRun): void {
  const { meaning } = match.phrase
  if (meaning.kind === 'neutral') return
  if (meaning.kind === 'booster') {
    if (!isNegated(tokens, run.from)) finds.boosters.push(run)
    return
  }
  if (meaning.factor <= SURE) finds.cues.push({ ...run, ...meaning })
}

const isNegated = (tokens: Tokens, at: number): boolean =>
  (classesOf(tokens.ids[at - 1] ?? 0) & BIT.negation) !== 0
