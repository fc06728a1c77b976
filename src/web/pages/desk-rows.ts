import type { ShownSource } from '../../claims/claim-evidence.ts'
import type { Outcome, Status, VerdictValue } from '../../claims/vocabulary.ts'
import type { Attribution, Block, Booster, ConfidenceLevel, Cue, Tests } from '../../reading/document.ts'
import type { Reason } from '../../review/verdict.ts'
import type { Span } from '../../text/span.ts'

/** What the desk loads, as plain rows. All spans are UTF-16 code units into the draft's text. */

export interface DeskDraft {
  readonly reportId: string
  readonly title: string
  readonly closed: boolean
  readonly sample: boolean
  readonly draftId: string
  readonly draftNumber: number
  /** BCP 47. */
  readonly language: string
  /** Empty when two people destroyed it. */
  readonly text: string
  readonly blocks: readonly Block[]
}

/** A claim where it stands in the current draft. `start` and `end` are null for an orphan. */
export interface DeskClaim {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly status: Status
  readonly stale: boolean
  readonly differs: boolean
  readonly settled: boolean
  /** Why it is none of the claims to settle; null where it is one. */
  readonly setAside: string | null
  readonly start: number | null
  readonly end: number | null
  readonly level: ConfidenceLevel
  readonly risk: string
  readonly groupName: string | null
  /** How many people's verdicts are in force. */
  readonly checkers: number
  readonly needsSecond: boolean
  /** How many objections are open. */
  readonly objections: number
  /** How many re-checks are open. */
  readonly rechecks: number
  /** How many of its markers have no note. */
  readonly missingNotes: number
}

/** A marker and its note's span; null when the note is missing. */
export interface DeskMarker extends Span {
  readonly label: string
  readonly note: Span | null
}

export interface PanelClaim {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly status: Status
  readonly stale: boolean
  readonly differs: boolean
  readonly settled: boolean
  readonly setAside: string | null
  readonly outcome: Outcome | null
  readonly assessed: ConfidenceLevel | null
  readonly risk: string
  readonly groupName: string | null
  readonly checkers: number
  readonly needsSecond: boolean
  readonly objections: number
  readonly rechecks: number
  readonly reviewAfter: Date | null
  /** Somebody ruled first, and the reader sees what they found once they have ruled themselves. */
  readonly hidden: boolean
  readonly placementId: string
  readonly placement: PanelPlacement
  readonly notes: readonly PanelNote[]
  readonly verdicts: readonly PanelVerdict[]
  readonly decisions: readonly PanelDecision[]
}

/** The claim's words in the current draft; `cues`, `boosters` and `attribution` are placed in the draft's text. */
export interface PanelPlacement {
  readonly state: string
  readonly start: number | null
  readonly end: number | null
  /** Of the file, from 1; null where the format has no pages. */
  readonly page: number | null
  readonly quote: string
  readonly level: ConfidenceLevel
  readonly score: number
  readonly cues: readonly Cue[]
  readonly boosters: readonly Booster[]
  readonly attribution: Attribution | null
  readonly tests: Tests
}

/** One marker of the claim: what it vouches for, and its note, null when the note is missing. */
export interface PanelNote {
  readonly label: string
  readonly scope: Span
  readonly note: (Span & { readonly index: number; readonly citations: readonly PanelCitation[] }) | null
}

export interface PanelCitation extends Span {
  readonly id: string
  /** As what it counts for: itself, or what it was merged into. */
  readonly source: ShownSource | null
}

export interface PanelVerdict {
  readonly id: string
  readonly verdict: VerdictValue
  readonly checkerId: string
  readonly checker: string
  readonly at: Date
  readonly tests: Tests
  readonly reason: Reason | null
  readonly rationale: string | null
  readonly confidence: ConfidenceLevel | null
  readonly outcome: Outcome | null
  /** The fix that it is on; null: the words as they stood. */
  readonly fixId: string | null
  /** When it was taken back; null while it stands. */
  readonly withdrawnAt: Date | null
}

/** A decision on the words that nobody took back. One that came with a fix or a query bears its id. */
export interface PanelDecision {
  readonly id: string
  readonly outcome: Outcome
  readonly decidedById: string
  readonly decidedBy: string
  readonly at: Date
  readonly reason: string | null
}
