import type { Sentences } from './sentences.ts'

interface OfDraft {
  readonly draft: number
}

interface OfWaiver extends OfDraft {
  readonly waiverId: string
  readonly rule: string
  readonly claimId?: string
  readonly number?: number
}

interface OfCaveat extends OfDraft {
  readonly caveatId: string
  readonly claimId: string
  readonly number: number
}

interface OfSignOff extends OfDraft {
  readonly signOffId: string
  readonly role: string
}

interface OfRequest extends OfDraft {
  readonly requestId: string
  readonly openPoints: number
}

/** What is let pass, who answers for a draft, and what goes out. */
export interface PublicationEvents {
  /** `saidHash`: of what the finding said. */
  'finding.waived': OfWaiver & { readonly saidHash: string; readonly reasonHash: string }
  'waiver.withdrawn': OfWaiver & { readonly withdraws: string }
  'caveat.set': OfCaveat & { readonly wordsHash: string }
  'caveat.withdrawn': OfCaveat & { readonly withdraws: string }
  'sign-off.given': OfSignOff
  'sign-off.withdrawn': OfSignOff & { readonly withdraws: string }
  'publication.asked': OfRequest & { readonly reasonHash: string }
  'publication.refused': OfRequest & { readonly withdrawn: boolean }
  /** `snapshot`: its SHA-256. `confirms`: id of whoever asked, where a second person published over open points. */
  'report.published': OfDraft & {
    readonly publicationId: string
    readonly publication: number
    readonly snapshot: string
    readonly auditHash: string
    readonly openPoints: number
    readonly waivers: number
    readonly confirms?: string
    readonly confirmsName?: string
  }
}

export const publicationSentences: Sentences<PublicationEvents> = {
  'finding.waived': (p) => `let a finding of “${p.rule}”${onClaim(p)} pass in draft ${p.draft}`,
  'waiver.withdrawn': (p) => `took back the waiver of “${p.rule}”${onClaim(p)} in draft ${p.draft}`,
  'caveat.set': (p) => `named the words of draft ${p.draft} that say claim ${p.number} is disputed`,
  'caveat.withdrawn': (p) => `took back the caveat on claim ${p.number}`,
  'sign-off.given': (p) => `signed off draft ${p.draft} as ${p.role}`,
  'sign-off.withdrawn': (p) => `took back a sign-off of draft ${p.draft} as ${p.role}`,
  'publication.asked': (p) => `asked to publish draft ${p.draft} over ${points(p.openPoints)}`,
  'publication.refused': (p) =>
    `${p.withdrawn ? 'took back the request' : 'declined'} to publish draft ${p.draft} over ${points(p.openPoints)}`,
  'report.published': (p) =>
    `published draft ${p.draft}${p.openPoints === 0 ? '' : ` over ${points(p.openPoints)}${p.confirmsName === undefined ? '' : `, as ${p.confirmsName} had asked`}`}${p.waivers === 0 ? '' : `, with ${p.waivers === 1 ? 'one waiver' : `${p.waivers} waivers`}`}`,
}

const onClaim = ({ number }: OfWaiver): string => (number === undefined ? '' : ` on claim ${number}`)
const points = (count: number): string => (count === 1 ? 'one open point' : `${count} open points`)
