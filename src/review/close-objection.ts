import type { Actor } from '../accounts/account.ts'
import { loadRulings } from '../claims/load-rulings.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { NotAllowed } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { notify } from './notify.ts'
import { objectionAtWork } from './objection-at-work.ts'
import { LONGEST_OBJECTION, type Objected } from './objection.ts'
import { sealWords } from './seal-words.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'
import { checkersOf } from './whom-to-tell.ts'
import { writtenWords } from './written-words.ts'

export interface ClosingObjection {
  readonly objectionId: string
  readonly words?: string | undefined
  readonly closedBy: Actor
  readonly at: Date
}

/**
 * Whoever raised an objection, or took it over, closes it: nobody else.
 * @throws NotFound no such objection · NotAllowed it is somebody else's · Conflict closed already
 */
export function closeObjection(db: Database, input: ClosingObjection): Promise<Objected> {
  const given = input.words?.trim() ?? ''
  const words = given === '' ? null : writtenWords(given, 'your words', LONGEST_OBJECTION)
  return inTransaction(db, async (tx) => {
    const { objectionId, closedBy, at } = input
    const objection = await objectionAtWork(tx, { objectionId, actor: closedBy, action: 'object' })
    const { claim, owner } = objection
    if (owner.id !== closedBy.id)
      throw new NotAllowed(
        `Only ${owner.name} can close this objection; an editor lets the claim stand over it, or takes it over when ${owner.name} has left.`,
      )
    const head = await takeChain(tx, claim.reportId)
    const sealed = words === null ? null : await sealWords(tx, words)
    await tx.objection.update({
      where: { id: objection.id },
      data: { closedAt: at, closedById: closedBy.id, closingId: sealed?.id ?? null },
      select: { id: true },
    })
    const settlement = settlementOf({ ...claim, ...(await loadRulings(tx, claim.id)) })
    const version = await settleClaim(tx, claim, settlement)
    const { id: claimId, number, reportId } = claim
    await appendEvent(tx, head, {
      kind: 'objection.closed',
      actor: closedBy.id,
      at,
      payload: { claimId, number, version, objectionId, wordsHash: sealed?.hash ?? null },
    })
    const to = await checkersOf(tx, claimId)
    await notify(tx, { kind: 'objection closed', reportId, claimId, to, by: closedBy.id, at })
    const { settled, objections } = settlement
    return { id: objectionId, claimId, number, reportId, version, settled, objections }
  })
}
