import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { objectionAtWork, ownerHasLeft } from './objection-at-work.ts'
import type { Objected } from './objection.ts'
import { settlementOf } from './settlement.ts'

export interface TakingOverObjection {
  readonly objectionId: string
  readonly takenOverBy: Actor
  readonly at: Date
}

/**
 * An editor takes over by name the objection of somebody who has left, and may close it from then on. The claim stays as it is.
 * @throws NotFound no such objection · NotAllowed for this role · Conflict closed already, or its owner has not left
 */
export function takeOverObjection(db: Database, input: TakingOverObjection): Promise<Objected> {
  return inTransaction(db, async (tx) => {
    const { objectionId, takenOverBy, at } = input
    const asked = { objectionId, actor: takenOverBy, action: 'take over objection' } as const
    const objection = await objectionAtWork(tx, asked)
    const { claim, owner } = objection
    if (owner.id === takenOverBy.id) throw new Conflict('This objection is yours already.')
    if (!(await ownerHasLeft(tx, objection)))
      throw new Conflict(
        `${owner.name} is still here and can close this objection; nobody else takes it over. Nothing was recorded.`,
      )
    await tx.objection.update({
      where: { id: objection.id },
      data: { ownerId: takenOverBy.id },
      select: { id: true },
    })
    const { id: claimId, number, reportId, version } = claim
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'objection.taken-over',
      actor: takenOverBy.id,
      at,
      payload: { claimId, number, version, objectionId, from: owner.id, fromName: owner.name },
    })
    const { settled, objections } = settlementOf(claim)
    return { id: objectionId, claimId, number, reportId, version, settled, objections }
  })
}
