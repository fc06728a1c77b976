import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { reopenRechecks } from './close-rechecks.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf, standingVerdicts } from './settlement.ts'

export interface Withdrawal {
  readonly claimId: string
  readonly checker: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Takes back the checker's own newest verdict on a claim: a row that names it, never a deletion. The one before it counts again, and what it
 * closed as checked again is open again.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict somebody ruled since, or there is nothing to take back
 */
export function withdrawVerdict(db: Database, input: Withdrawal): Promise<Ruled> {
  return inTransaction(db, async (tx) => {
    const claim = await claimAsSeen(tx, { ...input, actor: input.checker, action: 'withdraw verdict' })
    const own = standingVerdicts(claim.verdicts).findLast((verdict) => verdict.checkerId === input.checker.id)
    if (own === undefined)
      throw new Conflict(`You have no verdict on claim ${claim.number} to take back. Nothing was recorded.`)
    const head = await takeChain(tx, claim.reportId)
    const withdrawal = {
      id: newId(),
      claimId: claim.id,
      placementId: own.placementId,
      wordingKey: own.wordingKey,
      checkerId: own.checkerId,
      verdict: own.verdict,
      withdraws: own.id,
      tests: own.tests,
      confidence: null,
      outcome: null,
      fixId: own.fixId,
      seenVersion: input.seenVersion,
      at: input.at,
    }
    await insertRows(tx, 'Verdict', [withdrawal])
    const rechecks = claim.rechecks + (await reopenRechecks(tx, claim, { by: own.checkerId, at: own.at }))
    const settlement = settlementOf({ ...claim, rechecks, verdicts: [...claim.verdicts, withdrawal] })
    const version = await settleClaim(tx, claim, settlement)
    await appendEvent(tx, head, {
      kind: 'verdict.withdrawn',
      actor: input.checker.id,
      at: input.at,
      payload: {
        claimId: claim.id,
        number: claim.number,
        version,
        withdraws: own.id,
        verdict: own.verdict,
        status: { from: claim.status, to: settlement.status },
      },
    })
    return {
      id: withdrawal.id,
      claimId: claim.id,
      number: claim.number,
      reportId: claim.reportId,
      version,
      settlement,
    }
  })
}
