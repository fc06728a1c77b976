import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { assertReadingConfirmed, assertToSettle } from './assert-rulable.ts'
import { closeRechecks } from './close-rechecks.ts'
import { loadHidden } from './load-hidden.ts'
import type { Ruled } from './record-verdict.ts'
import { storedPolicy } from './report-policy.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

export interface RecheckClosing {
  readonly claimId: string
  readonly closedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * A checker looked again and says that the claim still stands as it was ruled: its open re-checks are closed by name. The verdicts
 * stay whose they are.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, none is open, or it has no verdict on its words that this person sees
 */
export function closeRecheck(db: Database, input: RecheckClosing): Promise<Ruled> {
  return inTransaction(db, async (tx) => {
    const { closedBy, at } = input
    const claim = await claimAsSeen(tx, { ...input, actor: closedBy, action: 'rule' })
    assertToSettle(claim)
    await assertReadingConfirmed(tx, claim)
    const { id: claimId, number, reportId } = claim
    if (claim.rechecks === 0)
      throw new Conflict(`No re-check of claim ${number} is open any longer. Nothing was recorded.`)
    const settlement = settlementOf({ ...claim, rechecks: 0 })
    const report = { id: reportId, policy: storedPolicy(claim.policy) }
    const unseen = (await loadHidden(tx, report, closedBy.id)).ruled.has(claimId)
    if (settlement.checkers === 0 || unseen)
      throw new Conflict(
        `Claim ${number} has no verdict on its present words that you could confirm: rule on it, which closes the re-check.`,
      )
    const closed = await closeRechecks(tx, claim, { by: closedBy.id, at })
    const version = await settleClaim(tx, claim, settlement)
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'recheck.closed',
      actor: closedBy.id,
      at,
      payload: { claimId, number, version, closed, status: settlement.status },
    })
    return { id: claimId, claimId, number, reportId, version, settlement }
  })
}
