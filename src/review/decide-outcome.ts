import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import type { Outcome } from '../claims/vocabulary.ts'
import type { Database, Transaction } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { assertToSettle } from './assert-rulable.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'
import { answeredForInWords } from './verdict.ts'

export interface NewOutcome {
  readonly claimId: string
  readonly decidedBy: Actor
  readonly outcome: Outcome
  readonly reason?: string | undefined
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Decides what happens to a claim's words, apart from any verdict.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since or is set aside · Invalid *stet* or *not checked* without a reason
 */
export function decideOutcome(db: Database, input: NewOutcome): Promise<Ruled> {
  wordsOf(input)
  return inTransaction(db, (tx) => decideOutcomeWithin(tx, input))
}

/**
 * The same within a transaction that does more.
 * @throws as `decideOutcome`; whoever calls lets its transaction fail
 */
export async function decideOutcomeWithin(tx: Transaction, input: NewOutcome): Promise<Ruled> {
  const words = wordsOf(input)
  const action = input.outcome === 'stet' ? 'let it stand' : 'decide outcome'
  const claim = await claimAsSeen(tx, { ...input, actor: input.decidedBy, action })
  assertToSettle(claim)
  const head = await takeChain(tx, claim.reportId)
  const reason = words === '' ? null : seal(words)
  if (reason !== null) await insertRows(tx, 'SealedText', [reason])
  const decision = { id: newId(), claimId: claim.id, outcome: input.outcome, at: input.at }
  await insertRows(tx, 'OutcomeDecision', [
    { ...decision, reasonId: reason?.id ?? null, decidedById: input.decidedBy.id },
  ])
  const settlement = settlementOf({ ...claim, outcomes: [...claim.outcomes, decision] })
  const version = await settleClaim(tx, claim, settlement)
  await appendEvent(tx, head, {
    kind: 'outcome.decided',
    actor: input.decidedBy.id,
    at: input.at,
    payload: {
      claimId: claim.id,
      number: claim.number,
      version,
      outcome: input.outcome,
      reasonHash: reason?.hash ?? null,
    },
  })
  return {
    id: decision.id,
    claimId: claim.id,
    number: claim.number,
    reportId: claim.reportId,
    version,
    settlement,
  }
}

/** @throws Invalid it needs a reason and has none */
function wordsOf({ outcome, reason }: NewOutcome): string {
  const words = reason?.trim() ?? ''
  if (answeredForInWords.has(outcome) && words === '')
    throw new Invalid(`Say why the outcome is “${outcome}”: it needs a reason in words.`)
  return words
}
