import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport, claimAsItStands, reportOf } from '../claims/load-claim.ts'
import { standingOutcomes } from '../claims/standing-outcomes.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { stateInWords } from './fix.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

export interface FixWithdrawal {
  readonly fixId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

const WITHDRAWABLE = ['asked', 'accepted', 'declined']

/**
 * Takes a fix back: its words are asked for no more, and the claim's outcome is what was decided beside it.
 * @throws NotFound no such fix · NotAllowed for this role · Conflict it was withdrawn before, or a draft has shown what became of it
 */
export function withdrawFix(db: Database, input: FixWithdrawal): Promise<Ruled> {
  return inTransaction(db, async (tx) => {
    const fix = await tx.fix.findUnique({
      where: { id: input.fixId },
      select: { id: true, claimId: true, state: true, original: true, proposed: true },
    })
    if (fix === null) throw new NotFound('There is no such fix.')
    const claim = await claimAsItStands(tx, fix.claimId)
    await assertMayOnReport(tx, input.withdrawnBy, 'ask the author', reportOf(claim))
    if (!WITHDRAWABLE.includes(fix.state))
      throw new Conflict(`This fix ${stateInWords(fix.state)} already. Nothing was recorded.`)
    const head = await takeChain(tx, claim.reportId)
    await tx.fix.update({ where: { id: fix.id }, data: { state: 'withdrawn' } })
    const outcomes = await standingOutcomes(tx, claim.id)
    const settlement = settlementOf({ ...claim, outcomes })
    const version = await settleClaim(tx, claim, settlement)
    const { id, number, reportId } = claim
    await appendEvent(tx, head, {
      kind: 'fix.withdrawn',
      actor: input.withdrawnBy.id,
      at: input.at,
      payload: { claimId: id, number, version, fixId: fix.id, from: fix.state },
    })
    return { id: fix.id, claimId: id, number, reportId, version, settlement }
  })
}
