import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport, claimAsSeen, reportOf } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { assertReadingConfirmed, assertToSettle } from './assert-rulable.ts'
import { closeRechecks } from './close-rechecks.ts'
import { settleClaim } from './settle-claim.ts'
import { wordingOfFix } from './wording-of-fix.ts'
import { settlementOf, type Settlement } from './settlement.ts'
import { tellCheckers } from './tell-checkers.ts'
import { completeRuling, type Ruling } from './verdict.ts'

export interface NewVerdict extends Ruling {
  readonly claimId: string
  readonly checker: Actor
  /** The claim's version (integer from 1) that the checker saw. */
  readonly seenVersion: number
  /** The fix that it is on: it holds where a draft has the claim with these words in it, and is nothing for the present ones. */
  readonly fixId?: string | undefined
  /** The verdict on earlier words that it says still holds. */
  readonly confirms?: string | undefined
  readonly at: Date
}

/** What a ruling left behind: the verdict's id and where the claim stands now. */
export interface Ruled {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly version: number
  readonly settlement: Settlement
}

/**
 * Records one checker's verdict on a claim and its event, or neither.
 *
 * Earlier verdicts are kept; this one supersedes the same checker's, and closes the re-checks that are open. Who may rule: `accounts/policy.ts`.
 * @throws NotFound no such claim · Conflict somebody ruled since, it is set aside, or its reading is not confirmed · NotAllowed for this role · Invalid without a reason
 */
export function recordVerdict(db: Database, input: NewVerdict): Promise<Ruled> {
  completeRuling(input)
  return inTransaction(db, (tx) => recordVerdictWithin(tx, input))
}

/**
 * The same within a transaction that does more. Several claims: one after another, each with its own event.
 * @throws as `recordVerdict`; whoever calls lets its transaction fail
 */
export async function recordVerdictWithin(tx: Transaction, input: NewVerdict): Promise<Ruled> {
  const ruling = completeRuling(input)
  const claim = await claimAsSeen(tx, { ...input, actor: input.checker, action: 'rule' })
  assertToSettle(claim)
  await assertReadingConfirmed(tx, claim)
  if (ruling.outcome === 'stet') await assertMayOnReport(tx, input.checker, 'let it stand', reportOf(claim))
  const wordingKey = input.fixId === undefined ? claim.wordingKey : await wordingOfFix(tx, claim, input.fixId)
  const head = await takeChain(tx, claim.reportId)
  const rationale = ruling.rationale === undefined ? null : seal(ruling.rationale)
  const verdict = {
    id: newId(),
    claimId: claim.id,
    placementId: claim.placementId,
    wordingKey,
    checkerId: input.checker.id,
    verdict: ruling.verdict,
    withdraws: null,
    tests: ruling.tests ?? claim.tests,
    reason: ruling.reason ?? null,
    rationaleId: rationale?.id ?? null,
    confidence: ruling.confidence ?? null,
    outcome: ruling.outcome ?? null,
    fixId: input.fixId ?? null,
    seenVersion: input.seenVersion,
    at: input.at,
  }
  if (rationale !== null) await insertRows(tx, 'SealedText', [rationale])
  await insertRows(tx, 'Verdict', [verdict])
  const onFix = verdict.fixId !== null
  const closed = onFix ? 0 : await closeRechecks(tx, claim, { by: verdict.checkerId, at: input.at })
  const rechecks = claim.rechecks - closed
  const settlement = settlementOf({ ...claim, rechecks, verdicts: [...claim.verdicts, verdict] })
  const version = await settleClaim(tx, claim, settlement)
  await appendEvent(tx, head, {
    kind: 'verdict.recorded',
    actor: input.checker.id,
    at: input.at,
    payload: {
      claimId: claim.id,
      number: claim.number,
      version,
      verdict: verdict.verdict,
      tests: verdict.tests,
      reason: verdict.reason,
      rationaleHash: rationale?.hash ?? null,
      confidence: verdict.confidence,
      outcome: verdict.outcome,
      status: { from: claim.status, to: settlement.status },
      ...(closed === 0 ? {} : { rechecksClosed: closed }),
      fixId: verdict.fixId,
      ...(input.confirms === undefined ? {} : { confirms: input.confirms }),
      wordingKey,
      quote: claim.quote,
    },
  })
  await tellCheckers(tx, claim, settlement, { by: input.checker.id, at: input.at })
  return {
    id: verdict.id,
    claimId: claim.id,
    number: claim.number,
    reportId: claim.reportId,
    version,
    settlement,
  }
}
