import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What people take sentences for. */
export interface ClassificationEvents {
  'claim.made': ClaimNamed & { readonly draft: number; readonly quote: string }
  'claim.classified': ClaimNamed & Classified & { readonly as: string }
  'sentence.classified': Classified & { readonly draft: number; readonly start: number; readonly end: number }
  'classification.withdrawn': Partial<ClaimNamed> & {
    readonly draft: number
    readonly withdraws: string
    readonly as: string
  }
}

interface Classified {
  readonly because: string | null
  readonly wordsHash: string | null
  readonly quote: string
}

export const classificationSentences: Sentences<ClassificationEvents> = {
  'claim.made': (p) => `made claim ${p.number} of a sentence`,
  'claim.classified': (p) =>
    p.as === 'claim'
      ? `took claim ${p.number} for a claim`
      : `marked claim ${p.number} not checkable${p.because === null ? '' : `: ${p.because}`}`,
  'sentence.classified': (p) =>
    `marked a sentence not checkable${p.because === null ? '' : `: ${p.because}`}`,
  'classification.withdrawn': (p) =>
    `took back that ${p.number === undefined ? 'a sentence' : `claim ${p.number}`} is ${p.as === 'claim' ? 'a claim' : p.as}`,
}
