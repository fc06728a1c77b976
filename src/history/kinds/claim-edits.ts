import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What people do to what a claim is. `reasonHash`: of the words with which they say why. */
export interface ClaimEditEvents {
  'claim.added': ClaimNamed &
    Edited & { readonly start: number; readonly end: number; readonly quote: string }
  'claim.split': ClaimNamed & Edited & { readonly quote: string; readonly second: OtherClaim }
  'claim.merged': ClaimNamed & Edited & { readonly quote: string; readonly joined: OtherClaim }
  'claim.relinked': ClaimNamed &
    Edited & {
      readonly marker: number
      readonly label: string
      /** The claim that leaned on it before, null where none did. */
      readonly from: OtherClaim | null
    }
  'claim.grouped': ClaimNamed & Edited & { readonly from: string | null; readonly to: string | null }
  /** A claim that stood nowhere was put on words of the present draft. */
  'claim.attached': ClaimNamed &
    Edited & {
      readonly start: number
      readonly end: number
      readonly quote: string
      readonly state: string
      /** The new claim that stood on these very words, null where none did. */
      readonly joined: OtherClaim | null
    }
  /** A claim was taken off words that are not its; a new one stands there. */
  'claim.detached': ClaimNamed & Edited & { readonly quote: string; readonly made: OtherClaim }
  'claim.edit-withdrawn': ClaimNamed & {
    readonly draft: number
    readonly withdraws: string
    readonly what: string
    /** Every claim that the edit had touched. */
    readonly claims: readonly OtherClaim[]
  }
}

interface Edited {
  readonly draft: number
  readonly editId: string
  readonly reasonHash: string | null
}

interface OtherClaim {
  readonly claimId: string
  readonly number: number
  readonly version: number
}

export const claimEditSentences: Sentences<ClaimEditEvents> = {
  'claim.added': (p) => `made claim ${p.number} of words of the text`,
  'claim.split': (p) => `split claim ${p.number}: its second part is claim ${p.second.number}`,
  'claim.merged': (p) => `joined claim ${p.joined.number} to claim ${p.number}`,
  'claim.relinked': (p) =>
    `let claim ${p.number} lean on marker ${p.label}${p.from === null ? '' : ` instead of claim ${p.from.number}`}`,
  'claim.grouped': ({ number, from, to }) =>
    to === null
      ? `took claim ${number} out of the group “${from ?? ''}”`
      : `put claim ${number} into the group “${to}”`,
  'claim.attached': (p) =>
    `put claim ${p.number}, which stood nowhere, on words of draft ${p.draft}${p.joined === null ? '' : ` where claim ${p.joined.number} had been found`}`,
  'claim.detached': (p) =>
    `took claim ${p.number} off words of draft ${p.draft} that are not its own: they are claim ${p.made.number} now`,
  'claim.edit-withdrawn': (p) => `took back that ${editInWords(p.what, p.claims)}`,
}

/** "claim 12 was split", as the end of a sentence. */
function editInWords(what: string, claims: readonly OtherClaim[]): string {
  const [first, other] = claims.map(({ number }) => `claim ${number}`)
  if (what === 'added') return `${first ?? 'a claim'} was made of words of the text`
  if (what === 'split') return `${first ?? 'a claim'} was split`
  if (what === 'merged') return `${other ?? 'a claim'} was joined to ${first ?? 'a claim'}`
  if (what === 'relinked') return `${first ?? 'a claim'} was given a marker`
  if (what === 'attached') return `${first ?? 'a claim'} was put on words of the draft`
  if (what === 'detached') return `${first ?? 'a claim'} was taken off its words`
  return `${first ?? 'a claim'} was grouped`
}
