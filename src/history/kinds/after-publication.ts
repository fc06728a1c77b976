import type { Sentences } from './sentences.ts'

/** What happens to a report that went out. `publication`: its number within the report. */
export interface AfterPublicationEvents {
  'evidence-page.opened': OfPublication
  'evidence-page.closed': OfPublication
  /** `differences`: passages that are not as they were signed off. */
  'went-out.added': OfPublication & {
    readonly wentOutId: string
    readonly file: string
    readonly sha256: string
    readonly textHash: string
    readonly differences: number
  }
  /** `correction`: its number within the report. `claimId`, `number`: absent where it is about no one claim. */
  'publication.corrected': OfPublication & {
    readonly correctionId: string
    readonly correction: number
    readonly what: string
    readonly claimId?: string
    readonly number?: number
    readonly complaint?: number
    readonly wasHash: string | null
    readonly nowHash: string | null
    readonly noteHash: string
  }
  /** `reason`: in words that are public. */
  'publication.withdrawn': OfPublication & { readonly reason: string }
  /** Who complains stands in no event. */
  'complaint.entered': OfComplaint & {
    readonly publication: number
    readonly way: string
    readonly received: string
    readonly replyDue: string | null
    readonly fromHash: string
    readonly wordsHash: string
  }
  'complaint.decided': OfComplaint & { readonly decision: string; readonly replyHash: string }
  'complaint.withdrawn': OfComplaint
}

interface OfPublication {
  readonly publicationId: string
  readonly publication: number
}

/** `claims`: those that it is about, by number. */
interface OfComplaint {
  readonly complaintId: string
  readonly complaint: number
  readonly claims: readonly { readonly claimId: string; readonly number: number }[]
}

export const afterPublicationSentences: Sentences<AfterPublicationEvents> = {
  'evidence-page.opened': (p) => `opened the evidence page of publication ${p.publication} to everybody`,
  'evidence-page.closed': (p) => `closed the evidence page of publication ${p.publication}`,
  'went-out.added': (p) =>
    `compared publication ${p.publication} as it went out (${p.file}) with what was signed off: ${differencesInWords(p.differences)}`,
  'publication.corrected': (p) =>
    `published ${p.what} ${p.correction} to publication ${p.publication}${p.number === undefined ? '' : `, on claim ${p.number}`}${p.complaint === undefined ? '' : `, after complaint ${p.complaint}`}`,
  'publication.withdrawn': (p) => `withdrew publication ${p.publication}: ${p.reason}`,
  'complaint.entered': (p) =>
    `entered complaint ${p.complaint} about publication ${p.publication}${claimsInWords(p)}`,
  'complaint.decided': (p) => `decided complaint ${p.complaint}: ${DECISIONS[p.decision] ?? p.decision}`,
  'complaint.withdrawn': (p) => `noted that complaint ${p.complaint} was withdrawn by who made it`,
}

const differencesInWords = (count: number): string =>
  count === 0 ? 'exactly the same' : count === 1 ? 'one difference' : `${count} differences`

const DECISIONS: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  partly: 'upheld in part',
  rejected: 'rejected',
}

function claimsInWords({ claims }: OfComplaint): string {
  const numbers = claims.map(({ number }) => number).join(', ')
  return claims.length === 0 ? '' : `, on ${claims.length === 1 ? 'claim' : 'claims'} ${numbers}`
}
