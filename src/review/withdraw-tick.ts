import type { Actor } from '../accounts/account.ts'
import { mayEver } from '../accounts/policy.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotAllowed, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'

export interface TickWithdrawal {
  readonly tickId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

export interface WithdrawnTick {
  readonly id: string
  readonly reportId: string
  readonly claimId: string | null
  readonly number: number | null
}

/**
 * Takes a tick back: a row that names it, never a deletion. One's own; those of others are an editor's to take back.
 * @throws NotFound no such tick · NotAllowed for this role · Conflict it was taken back before
 */
export function withdrawTick(db: Database, input: TickWithdrawal): Promise<WithdrawnTick> {
  return inTransaction(db, async (tx) => {
    const tick = await tx.tick.findUnique({
      where: { id: input.tickId },
      include: {
        withdrawal: { select: { id: true } },
        tickedBy: { select: { name: true } },
        claim: { select: { id: true, number: true, version: true } },
        draft: {
          select: { number: true, report: { select: { id: true, closed: true, sample: true } } },
        },
      },
    })
    if (tick?.withdraws !== null) throw new NotFound('There is no such tick.')
    const { claim, draft } = tick
    await assertMayOnReport(tx, input.withdrawnBy, 'tick', draft.report)
    const own = tick.tickedById === input.withdrawnBy.id
    if (!own && !mayEver(input.withdrawnBy, 'take back ticks of others'))
      throw new NotAllowed(`Only ${tick.tickedBy.name}, who ticked this, or an editor can take it back.`)
    if (tick.withdrawal !== null) throw new Conflict('This tick was taken back already.')
    const head = await takeChain(tx, draft.report.id)
    const { start, end, kind, quote } = tick
    const id = newId()
    await insertRows(tx, 'Tick', [
      {
        ...{ id, draftId: tick.draftId, claimId: tick.claimId, start, end, kind, quote },
        ...{ sourceId: tick.sourceId, citationId: tick.citationId, withdraws: tick.id },
        ...{ tickedById: input.withdrawnBy.id, at: input.at },
      },
    ])
    await appendEvent(tx, head, {
      kind: 'tick.withdrawn',
      actor: input.withdrawnBy.id,
      at: input.at,
      payload: {
        ...(claim === null ? {} : { claimId: claim.id, number: claim.number, version: claim.version }),
        ...{ draft: draft.number, tickId: id, kind, quote, start, end, withdraws: tick.id },
      },
    })
    return { id, reportId: draft.report.id, claimId: claim?.id ?? null, number: claim?.number ?? null }
  })
}
