import type { ReportPolicy } from '../../review/report-policy.ts'
import type { ReportAudit } from '../audit-report.ts'
import type { StandingSignOff } from '../sign-offs/sign-off.ts'

/** How many claims are what: a word of DESIGN.md, and how many of all. */
export interface Tally {
  readonly word: string
  readonly count: number
}

/** Somebody who checked, and how many verdicts of theirs stand. */
export interface PrintedChecker {
  readonly name: string
  readonly verdicts: number
}

/** A source as it may be named outside. */
export interface PrintedSource {
  readonly title: string
  readonly url: string | null
  readonly reliability: string | null
  readonly fallen: string | null
  readonly linkState: string | null
  /** How many citations of the draft name it. */
  readonly cited: number
}

/** Everything that a printed audit says. */
export interface PrintedAudit {
  readonly title: string
  readonly language: string
  readonly publisher: string | null
  readonly authors: string | null
  readonly draft: number
  readonly at: Date
  readonly audit: ReportAudit
  readonly policy: ReportPolicy
  readonly claims: number
  readonly settled: number
  readonly statuses: readonly Tally[]
  readonly outcomes: readonly Tally[]
  /** How many claims one person checked, and how many two or more. */
  readonly byOne: number
  readonly byMore: number
  readonly signOffs: readonly StandingSignOff[]
  readonly checkers: readonly PrintedChecker[]
  readonly sources: readonly PrintedSource[]
  /** Of the report's history: how many events, and the hash of the last. */
  readonly chain: { readonly seq: number; readonly hash: string }
  /** The newest signed head of the tree over all events of the desk. */
  readonly head: {
    readonly size: number
    readonly root: string
    readonly keyId: string
    readonly at: Date
  } | null
}
