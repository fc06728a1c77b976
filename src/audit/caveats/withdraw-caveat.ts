import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'

export interface CaveatWithdrawal {
  readonly caveatId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes a caveat back: a row that names it, never a deletion. Any editor may.
 * @throws NotFound · NotAllowed for this role · Conflict it was taken back before
 */
export function withdrawCaveat(db: Database, input: CaveatWithdrawal): Promise<{ readonly id: string }> {
  return inTransaction(db, async (tx) => {
    const { withdrawnBy, at } = input
    const caveat = await tx.caveat.findUnique({
      where: { id: input.caveatId },
      include: {
        claim: {
          select: { number: true, report: { select: { id: true, closed: true, sample: true } } },
        },
        draft: { select: { number: true } },
      },
    })
    if (caveat?.withdraws !== null) throw new NotFound('There is no such caveat.')
    const { claimId, draftId, claim, draft } = caveat
    await assertMayOnReport(tx, withdrawnBy, 'waive', claim.report)
    if ((await tx.caveat.count({ where: { withdraws: caveat.id } })) > 0)
      throw new Conflict('This caveat was taken back already.')
    const id = newId()
    await insertRows(tx, 'Caveat', [
      { id, claimId, draftId, withdraws: caveat.id, setById: withdrawnBy.id, at },
    ])
    await appendEvent(tx, await takeChain(tx, claim.report.id), {
      kind: 'caveat.withdrawn',
      actor: withdrawnBy.id,
      at,
      payload: { claimId, number: claim.number, draft: draft.number, caveatId: id, withdraws: caveat.id },
    })
    return { id }
  })
}
