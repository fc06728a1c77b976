import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/**
 * What people find in sources. Neither the words of a source nor the place in it stand in an event: a source can be protected
 * at any later time, and an event is for ever.
 */
export interface EvidenceEvents {
  'evidence.judged': ClaimNamed & {
    readonly evidenceId: string
    readonly citationId: string | null
    readonly sourceId: string | null
    readonly contactId: string | null
    readonly judgement: string
    readonly credibility: number | null
    readonly excerptHash: string | null
    readonly translationHash: string | null
    readonly supersedes: string | null
    /** The capture that it was read from, where somebody said so. */
    readonly captureId?: string
  }
  'evidence.withdrawn': ClaimNamed & { readonly withdraws: string; readonly judgement: string }
}

export const evidenceSentences: Sentences<EvidenceEvents> = {
  'evidence.judged': (p) =>
    `${p.supersedes === null ? 'judged' : 'judged again'} a source of claim ${p.number}: ${judgementInWords(p.judgement)}`,
  'evidence.withdrawn': (p) =>
    `took back a judgement on a source of claim ${p.number}: ${judgementInWords(p.judgement)}`,
}

const JUDGEMENTS: Readonly<Record<string, string>> = {
  supports: 'it says so',
  'partly supports': 'it says part of it',
  'does not support': 'it does not say it',
  contradicts: 'it says otherwise',
  'not accessed': 'not seen',
}

/** What a source does for a claim, as people say it. */
export const judgementInWords = (judgement: string): string => JUDGEMENTS[judgement] ?? judgement
