import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { notify } from './notify.ts'
import { LONGEST_OBJECTION, type Objected } from './objection.ts'
import { sealWords } from './seal-words.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'
import { checkersOf } from './whom-to-tell.ts'
import { writtenWords } from './written-words.ts'

export interface NewObjection {
  readonly claimId: string
  readonly words: string
  readonly raisedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Somebody objects to how a claim stands. It is unsettled until they close the objection, or an editor lets it stand over it.
 * Whoever ruled on the claim is told.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since · Invalid without words
 */
export function raiseObjection(db: Database, input: NewObjection): Promise<Objected> {
  const words = writtenWords(input.words, 'the objection', LONGEST_OBJECTION)
  return inTransaction(db, async (tx) => {
    const { raisedBy, at } = input
    const claim = await claimAsSeen(tx, { ...input, actor: raisedBy, action: 'object' })
    const head = await takeChain(tx, claim.reportId)
    const sealed = await sealWords(tx, words)
    const row = { id: newId(), claimId: claim.id, wordsId: sealed.id, at }
    await insertRows(tx, 'Objection', [{ ...row, raisedById: raisedBy.id, ownerId: raisedBy.id }])
    const settlement = settlementOf({ ...claim, objections: [...claim.objections, { at }] })
    const version = await settleClaim(tx, claim, settlement)
    const { id: claimId, number, reportId } = claim
    await appendEvent(tx, head, {
      kind: 'objection.raised',
      actor: raisedBy.id,
      at,
      payload: { claimId, number, version, objectionId: row.id, wordsHash: sealed.hash },
    })
    const to = await checkersOf(tx, claimId)
    await notify(tx, { kind: 'objection raised', reportId, claimId, to, by: raisedBy.id, at })
    const { settled, objections } = settlement
    return { id: row.id, claimId, number, reportId, version, settled, objections }
  })
}
