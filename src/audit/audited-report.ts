import type { ExcerptCheck } from '../claims/excerpt/check-excerpt.ts'
import type { ReportPolicy } from '../review/report-policy.ts'
import type { SignOffRole } from '../review/sign-off-role.ts'
import type { Span } from '../text/span.ts'
import type { AuditedText } from './audited-text.ts'
import type { StandingSignOff } from './sign-offs/sign-off.ts'

/** One judgement that stands on a claim. */
export interface AuditedEvidence {
  readonly judgement: string
  /** What counts as one origin: a source, a group of sources, or a person. */
  readonly origin: string
  /** The report's own house, or one of its authors. */
  readonly self: boolean
  /** Somebody who is not named: a contact on background or off the record, a protected source. */
  readonly unnamed: boolean
  /** What its excerpt has of the claim; null without one. */
  readonly check: ExcerptCheck | null
}

/** A claim to settle, as it stands in the draft that is audited. */
export interface AuditedClaim {
  readonly id: string
  readonly number: number
  /** Null: it stands nowhere. */
  readonly span: Span | null
  readonly quote: string
  readonly status: string
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: string | null
  readonly settled: boolean
  readonly risk: string
  readonly checkers: number
  readonly needsSecond: boolean
  readonly rechecks: number
  readonly objections: number
  readonly reviewAfter: Date | null
  /** Confidence as written, and as a checker assessed it. */
  readonly reads: string
  readonly assessed: string | null
  readonly evidence: readonly AuditedEvidence[]
  readonly openQueries: number
  /** The draft tells its readers that it is disputed. */
  readonly caveat: boolean
  /** What became in this draft of the newest fix that was asked before it. */
  readonly fix: string | null
}

/** A source that the draft cites, with the citations that do. */
export interface AuditedSource {
  readonly title: string
  /** Null of a protected one. */
  readonly url: string | null
  readonly reliability: string | null
  readonly fallen: string | null
  readonly linkState: string | null
  readonly places: readonly (Span & { readonly label: string })[]
}

/** Everything that the rules look at of a report, loaded at one moment. */
export interface AuditedReport {
  readonly text: string
  readonly draft: AuditedText
  readonly claims: readonly AuditedClaim[]
  readonly sources: readonly AuditedSource[]
  readonly readingConfirmed: boolean
  /** Sentences of the body that nobody has called a claim or said what they are instead, and how many sentences there are. */
  readonly unclassified: readonly Span[]
  readonly sentences: number
  /** What can be ticked in headings and captions and is not, and how much can be. */
  readonly unticked: readonly Span[]
  readonly tickable: number
  readonly policy: ReportPolicy
  /** Who answers for the draft, and as what nobody does whom the policy asks for. */
  readonly signOffs: readonly StandingSignOff[]
  readonly missingSignOffs: readonly SignOffRole[]
  readonly at: Date
}
