import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { claimShown, claimView, PLACEMENT_FOR_VIEW, type ClaimView } from './claim-view.ts'
import { fileShown, verdictsShown, type Hidden } from './hidden.ts'

/** One row of a claim's verdicts as people read it. `rationale` is null where none was given; where two people destroyed it, what stands in its place. */
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
  /** The fix that it is on; null: the words as they stood. */
  readonly fixId: string | null
  readonly checker: { readonly id: string; readonly name: string }
  readonly onThisWording: boolean
  readonly at: Date
}

export interface OutcomeView {
  readonly id: string
  readonly outcome: string
  readonly reason: string | null
  /** Whoever decided took it back. */
  readonly withdrawn: boolean
  readonly decidedBy: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** What a third person decided where checkers differed. `about`: ids of the verdicts that differed. */
export interface DifferenceView {
  readonly id: string
  readonly verdict: string
  readonly reason: string | null
  readonly about: readonly string[]
  readonly decidedBy: { readonly id: string; readonly name: string }
  readonly onThisWording: boolean
  readonly at: Date
}

/** An objection; `closedAt` is null while it is open. `owner`: who can close it. */
export interface ObjectionView {
  readonly id: string
  readonly words: string | null
  readonly raisedBy: { readonly id: string; readonly name: string }
  readonly owner: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly closedAt: Date | null
  readonly closedBy: { readonly id: string; readonly name: string } | null
  readonly closingWords: string | null
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
  readonly differences: readonly DifferenceView[]
  readonly raised: readonly ObjectionView[]
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
      rationale: shownWords(verdict.rationale),
      confidence: verdict.confidence,
      outcome: verdict.outcome,
      fixId: verdict.fixId,
      checker: verdict.checker,
      onThisWording: verdict.wordingKey === placed.wordingKey,
      at: verdict.at,
    })),
    outcomes: outcomesOf(claim.outcomes),
    differences: claim.decisions.map(
      ({ id: decision, verdict, reason, about, decidedBy, wordingKey, at }) => ({
        id: decision,
        verdict,
        reason: shownWords(reason),
        about: JSON.parse(about) as string[],
        decidedBy,
        onThisWording: wordingKey === placed.wordingKey,
        at,
      }),
    ),
    raised: claim.objected.map(
      ({ id: objection, words, raisedBy, owner, closedBy, closing, at, closedAt }) => ({
        id: objection,
        words: shownWords(words),
        raisedBy,
        owner,
        at,
        closedAt,
        closedBy,
        closingWords: shownWords(closing),
      }),
    ),
  }
}

/** Decisions, and whether each was taken back; the rows that take one back are none. */
function outcomesOf(
  rows: readonly (Omit<OutcomeView, 'reason' | 'withdrawn'> & {
    readonly reason: Parameters<typeof shownWords>[0]
    readonly withdraws: string | null
  })[],
): OutcomeView[] {
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws))
  return rows
    .filter(({ withdraws }) => withdraws === null)
    .map(({ id, outcome, reason, decidedBy, at }) => ({
      ...{ id, outcome, reason: shownWords(reason), withdrawn: withdrawn.has(id), decidedBy, at },
    }))
}

/** A claim as a reader is shown it: without the file of a first checker that is hidden from them. */
export const detailShown = (claim: ClaimDetail, hidden: Hidden): ClaimDetail => ({
  ...claimShown(claim, hidden),
  verdicts: verdictsShown(claim.verdicts, claim.id, hidden, ({ checker }) => checker.id),
  outcomes: fileShown(claim.outcomes, claim.id, hidden, ({ decidedBy }) => decidedBy.id),
})

const PERSON = { select: { id: true, name: true } } as const

const WORDS = { select: STORED_WORDS } as const

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
  decisions: { include: { reason: WORDS, decidedBy: PERSON }, orderBy: { at: 'asc' } },
  objected: {
    include: { words: WORDS, closing: WORDS, raisedBy: PERSON, owner: PERSON, closedBy: PERSON },
    orderBy: { at: 'asc' },
  },
} as const
