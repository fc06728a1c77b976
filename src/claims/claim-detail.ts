import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { claimView, PLACEMENT_FOR_VIEW, type ClaimView } from './claim-view.ts'

/** One row of a claim's verdicts as people read it. `rationale` is null where none was given or two people destroyed it. */
export interface VerdictView {
  readonly id: string
  readonly verdict: string
  readonly withdraws: string | null
  readonly withdrawn: boolean
  readonly tests: string
  readonly reason: string | null
  readonly rationale: string | null
  readonly confidence: string | null
  readonly outcome: string | null
  readonly checker: { readonly id: string; readonly name: string }
  readonly onThisWording: boolean
  readonly at: Date
}

export interface OutcomeView {
  readonly id: string
  readonly outcome: string
  readonly reason: string | null
  readonly decidedBy: { readonly id: string; readonly name: string }
  readonly at: Date
}

export interface PlacementView {
  readonly draft: number
  readonly placement: string
  readonly start: number | null
  readonly end: number | null
  readonly page: number | null
  readonly quote: string
}

export interface ClaimDetail extends ClaimView {
  readonly reportId: string
  readonly placements: readonly PlacementView[]
  readonly verdicts: readonly VerdictView[]
  readonly outcomes: readonly OutcomeView[]
}

/**
 * A claim with everything ruled on it, verdicts and decisions oldest first. Its evidence: claim-evidence.ts.
 * @throws NotFound no such claim
 */
export async function claimDetail(db: Database, id: string): Promise<ClaimDetail> {
  const claim = await db.claim.findUnique({ where: { id }, include: DETAIL })
  const placed = claim?.placements.find((placement) => placement.draftId === claim.report.currentDraftId)
  if (claim === null || placed === undefined) throw new NotFound('There is no such claim.')
  const withdrawn = new Set(claim.verdicts.map((verdict) => verdict.withdraws))
  return {
    ...claimView({ ...placed, claim }),
    reportId: claim.reportId,
    placements: claim.placements.map(({ draft, state, start, end, page, quote }) => ({
      draft: draft.number,
      placement: state,
      start,
      end,
      page,
      quote,
    })),
    verdicts: claim.verdicts.map((verdict) => ({
      id: verdict.id,
      verdict: verdict.verdict,
      withdraws: verdict.withdraws,
      withdrawn: withdrawn.has(verdict.id),
      tests: verdict.tests,
      reason: verdict.reason,
      rationale: verdict.rationale?.body ?? null,
      confidence: verdict.confidence,
      outcome: verdict.outcome,
      checker: verdict.checker,
      onThisWording: verdict.wordingKey === placed.wordingKey,
      at: verdict.at,
    })),
    outcomes: claim.outcomes.map(({ id: decision, outcome, reason, decidedBy, at }) => ({
      id: decision,
      outcome,
      reason: reason?.body ?? null,
      decidedBy,
      at,
    })),
  }
}

const PERSON = { select: { id: true, name: true } } as const

const WORDS = { select: { body: true } } as const

const DETAIL = {
  report: { select: { currentDraftId: true } },
  placements: {
    include: { notes: PLACEMENT_FOR_VIEW.notes, draft: { select: { number: true } } },
    orderBy: { draft: { number: 'asc' } },
  },
  verdicts: {
    include: { rationale: WORDS, checker: PERSON },
    orderBy: { seenVersion: 'asc' },
  },
  outcomes: {
    include: { reason: WORDS, decidedBy: PERSON },
    orderBy: { at: 'asc' },
  },
} as const
