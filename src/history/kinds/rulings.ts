import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What people rule on claims. */
export interface RulingEvents {
  'verdict.recorded': ClaimNamed & {
    readonly verdict: string
    readonly tests: string
    readonly reason: string | null
    readonly rationaleHash: string | null
    readonly confidence: string | null
    readonly outcome: string | null
    readonly status: StatusChange
    /** The fix that it is on; absent in events of before there were any. */
    readonly fixId?: string | null
    /** How many re-checks it closed; absent for none. */
    readonly rechecksClosed?: number
    /** Id of the verdict on earlier words that it says still holds; absent where it is about no other. */
    readonly confirms?: string
    readonly wordingKey: string
    readonly quote: string
  }
  'verdict.withdrawn': ClaimNamed & {
    readonly withdraws: string
    readonly verdict: string
    readonly status: StatusChange
  }
  'outcome.decided': ClaimNamed & {
    readonly outcome: string
    readonly reasonHash: string | null
  }
  /** `withdraws`: id of the decision, which `outcome` repeats. */
  'outcome.withdrawn': ClaimNamed & {
    readonly withdraws: string
    readonly outcome: string
  }
}

interface StatusChange {
  readonly from: string
  readonly to: string
}

export const rulingSentences: Sentences<RulingEvents> = {
  'verdict.recorded': (p) =>
    `${p.confirms === undefined ? 'marked' : 'confirmed on its new words:'} ${p.fixId == null ? '' : 'the fix of '}claim ${p.number} ${p.verdict}${p.reason === null ? '' : `: ${reasonInWords(p.reason)}`}${p.outcome === null ? '' : ` (${p.outcome})`}`,
  'verdict.withdrawn': (p) => `withdrew their verdict “${p.verdict}” on claim ${p.number}`,
  'outcome.decided': (p) => `decided on the words of claim ${p.number}: ${p.outcome}`,
  'outcome.withdrawn': (p) => `took back their decision on the words of claim ${p.number}: ${p.outcome}`,
}

const REASONS: Readonly<Record<string, string>> = {
  'no-note': 'there is no note',
  'note-does-not-say-it': 'the note does not say it',
  'out-of-reach': 'the source is out of reach',
  'source-says-otherwise': 'the source says otherwise',
  'detail-differs': 'a detail differs',
  'no-reply': 'no reply',
  other: 'another reason',
}

export const reasonInWords = (reason: string): string => REASONS[reason] ?? reason
