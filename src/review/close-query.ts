import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport, claimAsItStands } from '../claims/load-claim.ts'
import { standingOutcomes } from '../claims/standing-outcomes.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { loadQuery, queryOver } from './load-query.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

export interface QueryClosing {
  readonly queryId: string
  readonly closedBy: Actor
  readonly at: Date
}

/**
 * Closes a query, answered or not: the claim's outcome is what was decided beside it.
 * @throws NotFound no such query · NotAllowed for this role · Conflict it was closed before
 */
export function closeQuery(db: Database, input: QueryClosing): Promise<Ruled> {
  return inTransaction(db, async (tx) => {
    const query = await loadQuery(tx, input.queryId)
    await assertMayOnReport(tx, input.closedBy, 'ask the author', query.report)
    if (query.state === 'closed') throw new Conflict(queryOver(query))
    const claim = await claimAsItStands(tx, query.claim.id)
    const head = await takeChain(tx, claim.reportId)
    const closed = { state: 'closed', closedById: input.closedBy.id, closedAt: input.at }
    await tx.query.update({ where: { id: query.id }, data: closed })
    const outcomes = await standingOutcomes(tx, claim.id)
    const settlement = settlementOf({ ...claim, outcomes })
    const version = await settleClaim(tx, claim, settlement)
    const { id, number, reportId } = claim
    await appendEvent(tx, head, {
      kind: 'query.closed',
      actor: input.closedBy.id,
      at: input.at,
      payload: { claimId: id, number, version, queryId: query.id, from: query.state },
    })
    return { id: query.id, claimId: id, number, reportId, version, settlement }
  })
}
