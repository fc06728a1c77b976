import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import type { Classification } from './classify-sentence.ts'
import { draftAtWork } from './draft-at-work.ts'
import { setClaimAside } from './set-claim-aside.ts'

export interface ClassificationWithdrawal {
  readonly classificationId: string
  /** The report that it is looked for in; any unless told. */
  readonly reportId?: string | undefined
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes back what somebody said a sentence is: a row that names it, never a deletion. What was said before counts again.
 * @throws NotFound no such classification · NotAllowed for this role · Conflict taken back already, or of an older draft
 */
export function withdrawClassification(
  db: Database,
  { classificationId, reportId, withdrawnBy, at }: ClassificationWithdrawal,
): Promise<Classification> {
  return inTransaction(db, async (tx) => {
    const given = await tx.classification.findFirst({
      where: { id: classificationId, ...(reportId === undefined ? {} : { draft: { reportId } }) },
      include: { withdrawal: { select: { id: true } } },
    })
    if (given === null) throw new NotFound('There is no such classification.')
    const { withdrawal, ...taken } = given
    const { draftId } = taken
    const draft = await draftAtWork(tx, { draftId, actor: withdrawnBy, action: 'classify sentences' })
    if (withdrawal !== null || taken.withdraws !== null)
      throw new Conflict('This classification was taken back already. Nothing was recorded.')
    const chain = await takeChain(tx, draft.reportId)
    const row = {
      ...taken,
      id: newId(),
      seq: chain.seq + 1,
      wordsId: null,
      withdraws: taken.id,
      classifiedById: withdrawnBy.id,
      at,
    }
    await insertRows(tx, 'Classification', [row])
    const claim = taken.claimId === null ? null : await setClaimAside(tx, taken.claimId)
    const said = { draft: draft.number, withdraws: taken.id, as: taken.kind }
    const payload =
      claim === null ? said : { ...said, claimId: claim.id, number: claim.number, version: claim.version }
    await appendEvent(tx, chain, {
      kind: 'classification.withdrawn',
      actor: withdrawnBy.id,
      at,
      payload,
    })
    return { id: row.id, reportId: draft.reportId, draftId, claim }
  })
}
