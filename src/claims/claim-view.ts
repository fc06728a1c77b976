import type { Attribution, Booster, Cue } from '../reading/document.ts'
import { asShown, type Hidden } from './hidden.ts'

/** What a listing loads of a claim's place in one draft. */
export const PLACEMENT_FOR_VIEW = {
  claim: true,
  notes: {
    orderBy: { index: 'asc' },
    select: {
      start: true,
      end: true,
      marker: { select: { label: true } },
      note: { select: { index: true } },
    },
  },
} as const

/** A claim as CONTRACTS.md gives it. `note`: index into the draft's notes, null when the note is missing. */
export interface ClaimView {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly quote: string
  readonly start: number | null
  readonly end: number | null
  /** Of the file, from 1; null where the format has no pages. */
  readonly page: number | null
  readonly placement: string
  readonly status: string
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: string | null
  readonly settled: boolean
  /** Why it is none of the claims to settle: not checkable, dropped, joined; null where it is one. */
  readonly setAside: string | null
  readonly risk: string
  /** How many people's verdicts are in force. */
  readonly checkers: number
  /** The report's policy asks for a second person. */
  readonly needsSecond: boolean
  /** How many objections are open. */
  readonly objections: number
  /** How many re-checks are open. */
  readonly rechecks: number
  /** When it is to be checked again by itself; null: no day is set. */
  readonly reviewAfter: Date | null
  readonly group: string | null
  /** Somebody ruled first, and the reader sees what they found once they have ruled themselves. */
  readonly hidden: boolean
  readonly confidence: {
    readonly asWritten: string
    readonly asAssessed: string | null
    readonly score: number
    readonly cues: readonly Cue[]
    readonly boosters: readonly Booster[]
  }
  readonly attribution: Attribution | null
  readonly tests: string
  readonly notes: readonly ClaimNoteView[]
}

export interface ClaimNoteView {
  readonly label: string
  readonly note: number | null
  readonly scope: { readonly start: number; readonly end: number }
}

export interface PlacedClaimRow {
  readonly state: string
  readonly start: number | null
  readonly end: number | null
  readonly page: number | null
  readonly quote: string
  readonly level: string
  readonly score: number
  readonly cues: string
  readonly boosters: string
  readonly attribution: string | null
  readonly tests: string
  readonly claim: {
    readonly id: string
    readonly number: number
    readonly version: number
    readonly status: string
    readonly stale: boolean
    readonly differs: boolean
    readonly outcome: string | null
    readonly settled: boolean
    readonly setAside: string | null
    readonly risk: string
    readonly checkers: number
    readonly needsSecond: boolean
    readonly objections: number
    readonly rechecks: number
    readonly reviewAfter: Date | null
    readonly groupName: string | null
    readonly assessed: string | null
  }
  readonly notes: readonly {
    readonly start: number
    readonly end: number
    readonly marker: { readonly label: string }
    readonly note: { readonly index: number } | null
  }[]
}

export function claimView({ claim, ...placement }: PlacedClaimRow): ClaimView {
  return {
    id: claim.id,
    number: claim.number,
    version: claim.version,
    quote: placement.quote,
    start: placement.start,
    end: placement.end,
    page: placement.page,
    placement: placement.state,
    status: claim.status,
    stale: claim.stale,
    differs: claim.differs,
    outcome: claim.outcome,
    settled: claim.settled,
    setAside: claim.setAside,
    risk: claim.risk,
    checkers: claim.checkers,
    needsSecond: claim.needsSecond,
    objections: claim.objections,
    rechecks: claim.rechecks,
    reviewAfter: claim.reviewAfter,
    group: claim.groupName,
    hidden: false,
    confidence: {
      asWritten: placement.level,
      asAssessed: claim.assessed,
      score: placement.score,
      cues: JSON.parse(placement.cues) as Cue[],
      boosters: JSON.parse(placement.boosters) as Booster[],
    },
    attribution: placement.attribution === null ? null : (JSON.parse(placement.attribution) as Attribution),
    tests: placement.tests,
    notes: placement.notes.map(({ marker, note, start, end }) => ({
      label: marker.label,
      note: note?.index ?? null,
      scope: { start, end },
    })),
  }
}

/** A claim as a reader is shown it. */
export function claimShown<C extends ClaimView>(claim: C, hidden: Hidden | undefined): C {
  if (hidden?.ruled.has(claim.id) !== true) return claim
  return {
    ...asShown(claim, hidden),
    outcome: null,
    hidden: true,
    confidence: { ...claim.confidence, asAssessed: null },
  }
}
