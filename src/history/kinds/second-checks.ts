import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What people do about claims that need more than one of them: risk, differences, objections. */
export interface SecondCheckEvents {
  'risk.set': ClaimNamed & {
    readonly from: string
    readonly to: string
    readonly reasonHash: string | null
    /** Whether the report's policy asks for a second person now. */
    readonly needsSecond: boolean
  }
  'difference.decided': ClaimNamed & {
    readonly decisionId: string
    readonly verdict: string
    /** Ids of the verdicts that differed. */
    readonly about: readonly string[]
    readonly reasonHash: string
    readonly status: { readonly from: string; readonly to: string }
  }
  'objection.raised': ClaimNamed & { readonly objectionId: string; readonly wordsHash: string }
  'objection.closed': ClaimNamed & { readonly objectionId: string; readonly wordsHash: string | null }
  'objection.taken-over': ClaimNamed & {
    readonly objectionId: string
    readonly from: string
    readonly fromName: string
  }
}

export const secondCheckSentences: Sentences<SecondCheckEvents> = {
  'risk.set': (p) =>
    `${p.to === 'high' ? 'raised' : 'lowered'} the risk of claim ${p.number} from ${p.from} to ${p.to}`,
  'difference.decided': (p) => `decided where checkers differed on claim ${p.number}: ${p.verdict}`,
  'objection.raised': (p) => `objected to how claim ${p.number} stands`,
  'objection.closed': (p) => `closed an objection to claim ${p.number}`,
  'objection.taken-over': (p) => `took over ${p.fromName}’s objection to claim ${p.number}`,
}
