/** What each kind of event says. Texts that may have to be destroyed apart from the event are named by their salted hash. */
export interface EventPayloads {
  'report.imported': {
    readonly title: string
    readonly draft: number
    readonly file: string
    readonly sha256: string
    readonly textHash: string
    readonly claims: number
    readonly notes: number
    readonly markers: number
    readonly warnings: number
    readonly sample: boolean
  }
  'report.exported': {
    readonly draft: number
    readonly format: string
    /** What was named to leave beside what always does. */
    readonly included: readonly string[]
    readonly comments: number
    readonly changes: number
    readonly sha256: string
  }
  'report.policy-changed': { readonly from: PolicySaid; readonly to: PolicySaid }
  'reading.confirmed': { readonly draft: number; readonly revision: number }
  'reading.corrected': ReadingCorrected & { readonly reasonHash: string | null }
  'reading.correction-withdrawn': ReadingCorrected & { readonly withdraws: string }
  'claim.made': ClaimNamed & { readonly draft: number; readonly quote: string }
  'claim.classified': ClaimNamed & Classified & { readonly as: string }
  'sentence.classified': Classified & { readonly draft: number; readonly start: number; readonly end: number }
  'classification.withdrawn': Partial<ClaimNamed> & {
    readonly draft: number
    readonly withdraws: string
    readonly as: string
  }
  'verdict.recorded': ClaimNamed & {
    readonly verdict: string
    readonly tests: string
    readonly reason: string | null
    readonly rationaleHash: string | null
    readonly confidence: string | null
    readonly outcome: string | null
    readonly status: StatusChange
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
  'evidence.judged': ClaimNamed & {
    readonly evidenceId: string
    readonly citationId: string | null
    readonly sourceId: string | null
    readonly judgement: string
    readonly credibility: number | null
    readonly locator: string | null
    readonly excerptHash: string | null
    readonly translationHash: string | null
    readonly supersedes: string | null
  }
  'account.added': AccountNamed & { readonly role: string }
  'account.role-changed': AccountNamed & { readonly from: string; readonly to: string }
  'account.suspended': AccountNamed
  'account.reinstated': AccountNamed
  'account.password-changed': AccountNamed
  'account.signed-out-everywhere': AccountNamed
  'token.added': AccountNamed & { readonly token: string; readonly name: string }
  'token.revoked': AccountNamed & { readonly token: string; readonly name: string }
}

/** A report's policy as its history tells it (src/review/report-policy.ts). */
interface PolicySaid {
  readonly requireConfirmedReading: boolean
}

/** `claims`: where each touched claim stood and stands, with the indexes of its notes. */
interface ReadingCorrected {
  readonly draft: number
  readonly revision: number
  readonly correction: { readonly kind: string }
  readonly words: string
  readonly claims: readonly {
    readonly claimId: string
    readonly number: number
    readonly from: PlaceSaid | null
    readonly to: PlaceSaid | null
  }[]
}

interface PlaceSaid {
  readonly start: number
  readonly end: number
  readonly notes: readonly (number | null)[]
}

interface Classified {
  readonly because: string | null
  readonly wordsHash: string | null
  readonly quote: string
}

interface ClaimNamed {
  readonly claimId: string
  readonly number: number
  readonly version: number
}

interface StatusChange {
  readonly from: string
  readonly to: string
}

interface AccountNamed {
  readonly accountId: string
  readonly name: string
}

export type EventKind = keyof EventPayloads
