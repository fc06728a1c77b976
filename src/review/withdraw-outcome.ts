import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import { standingOutcomes } from '../claims/standing-outcomes.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

export interface OutcomeWithdrawal {
  readonly claimId: string
  readonly decidedBy: Actor
  /** The claim's version (integer from 1) that they saw. */
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Takes back one's own newest decision on a claim's words: a row that names it, never a deletion. What was decided before it
 * counts again. What came with a fix or a query goes with that one.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, or there is nothing to take back
 */
export function withdrawOutcome(db: Database, input: OutcomeWithdrawal): Promise<Ruled> {
  return inTransaction(db, async (tx) => {
    const { decidedBy, at } = input
    const claim = await claimAsSeen(tx, { ...input, actor: decidedBy, action: 'decide outcome' })
    const own = await newestOf(tx, claim.id, decidedBy.id)
    if (own === undefined)
      throw new Conflict(
        `You have decided nothing on the words of claim ${claim.number} that can be taken back. A fix or a query is withdrawn where it stands.`,
      )
    const head = await takeChain(tx, claim.reportId)
    const { outcome } = own
    const id = newId()
    await insertRows(tx, 'OutcomeDecision', [
      { id, claimId: claim.id, outcome, reasonId: null, decidedById: decidedBy.id, at, withdraws: own.id },
    ])
    const settlement = settlementOf({ ...claim, outcomes: await standingOutcomes(tx, claim.id) })
    const version = await settleClaim(tx, claim, settlement)
    await appendEvent(tx, head, {
      kind: 'outcome.withdrawn',
      actor: decidedBy.id,
      at,
      payload: { claimId: claim.id, number: claim.number, version, withdraws: own.id, outcome },
    })
    return { id, claimId: claim.id, number: claim.number, reportId: claim.reportId, version, settlement }
  })
}

interface Decision {
  readonly id: string
  readonly outcome: string
  readonly withdraws: string | null
}

async function newestOf(tx: Transaction, claimId: string, personId: string): Promise<Decision | undefined> {
  const rows = await tx.$queryRaw<Decision[]>`
    SELECT o."id", o."outcome", o."withdraws"
    FROM "OutcomeDecision" o
    LEFT JOIN "Fix" f ON f."id" = o."id"
    LEFT JOIN "Query" q ON q."id" = o."id"
    WHERE o."claimId" = ${claimId} AND o."decidedById" = ${personId} AND f."id" IS NULL AND q."id" IS NULL
    ORDER BY o."at"`
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws))
  return rows.findLast(({ id, withdraws }) => withdraws === null && !withdrawn.has(id))
}
