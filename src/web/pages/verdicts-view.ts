import type { PanelClaim, PanelVerdict } from './desk-rows.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { outcomeWords, reasonWords, statusClass } from './words.ts'

/** A verdict as the panel lists it. */
export interface VerdictView {
  readonly verdict: string
  readonly className: string
  readonly checker: string
  readonly own: boolean
  readonly at: TimeWords
  readonly tests: string
  readonly reason: string | null
  readonly rationale: string | null
  readonly assessed: string | null
  readonly outcome: string | null
  /** Given on a fix, not on the words as they stood. */
  readonly onFix: boolean
  readonly withdrawnAt: TimeWords | null
}

/** All verdicts on a claim, newest first; withdrawn ones included. */
export function verdictsView(claim: PanelClaim, readerId: string): readonly VerdictView[] {
  return claim.verdicts.map((verdict) => verdictView(verdict, readerId)).toReversed()
}

/** The reader's own verdict that stands: the one that undo takes back. */
export function ownVerdict(claim: PanelClaim, readerId: string): VerdictView | null {
  const own = claim.verdicts.findLast(
    (verdict) => verdict.checkerId === readerId && verdict.withdrawnAt === null,
  )
  return own === undefined ? null : verdictView(own, readerId)
}

function verdictView(verdict: PanelVerdict, readerId: string): VerdictView {
  return {
    verdict: verdict.verdict,
    className: statusClass[verdict.verdict],
    checker: verdict.checker,
    own: verdict.checkerId === readerId,
    at: timeWords(verdict.at),
    tests: verdict.tests,
    reason: verdict.reason === null ? null : reasonWords[verdict.reason],
    rationale: verdict.rationale,
    assessed: verdict.confidence,
    outcome: verdict.outcome === null ? null : outcomeWords[verdict.outcome],
    onFix: verdict.fixId !== null,
    withdrawnAt: verdict.withdrawnAt === null ? null : timeWords(verdict.withdrawnAt),
  }
}
