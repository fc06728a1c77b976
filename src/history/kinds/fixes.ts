import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** Words that people propose for others, and what became of them. `author`: who answered by a link; null: the actor. */
export interface FixEvents {
  'fix.asked': ClaimNamed & {
    readonly fixId: string
    readonly authorId: string | null
    readonly start: number
    readonly end: number
    readonly original: string
    readonly proposed: string
    readonly wordingKey: string
  }
  'fix.answered': ClaimNamed & {
    readonly fixId: string
    readonly answer: string
    readonly answerHash: string | null
    readonly author: string | null
  }
  'fix.withdrawn': ClaimNamed & { readonly fixId: string; readonly from: string }
}

export const fixSentences: Sentences<FixEvents> = {
  'fix.asked': (p) =>
    p.proposed === ''
      ? `asked to take “${short(p.original)}” out of claim ${p.number}`
      : `asked to change “${short(p.original)}” to “${short(p.proposed)}” in claim ${p.number}`,
  'fix.answered': (p) => `${p.answer} the fix of claim ${p.number}`,
  'fix.withdrawn': (p) => `withdrew the fix of claim ${p.number}`,
}

const SHOWN = 80

const short = (words: string): string =>
  words.length <= SHOWN ? words : `${words.slice(0, SHOWN).trimEnd()}…`
