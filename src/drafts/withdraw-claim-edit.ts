import type { Actor } from '../accounts/account.ts'
import type { ClaimEdit, EditedClaim } from '../claims/claim-edit.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { editAtWork } from './edit-at-work.ts'
import type { Edited } from './keep-edit.ts'
import { restoreAll, type EditRowAtWork } from './restore-claims.ts'

export interface ClaimEditWithdrawal {
  readonly editId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes an edit back: a row that names it, never a deletion. Every claim stands again exactly where it stood, leans on the notes
 * that it leaned on, and has the verdicts in force that it had; a claim that the edit made is set aside, and its number is given to
 * no other.
 * @throws NotFound no such edit · NotAllowed for this role · Conflict taken back already, of an older draft, or something was ruled or changed since
 */
export function withdrawClaimEdit(db: Database, input: ClaimEditWithdrawal): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { editId, withdrawnBy: actor, at } = input
    const row = await tx.claimEdit.findUnique({
      where: { id: editId },
      include: { withdrawal: { select: { id: true } }, claim: { select: { number: true } } },
    })
    if (row === null) throw new NotFound('There is no such edit.')
    const { withdrawal, claim, ...kept } = row
    const work = await editAtWork(tx, { draftId: kept.draftId, actor, at })
    if (withdrawal !== null || kept.withdraws !== null)
      throw new Conflict('This edit was taken back already. Nothing was changed.')
    const edit = JSON.parse(kept.payload) as ClaimEdit
    const now = await (edit.kind === 'grouped' ? ungroup(tx, kept, edit) : restoreAll(work, edit, kept))
    const id = newId()
    await insertRows(tx, 'ClaimEdit', [
      {
        ...kept,
        id,
        seq: work.head.seq + 1,
        payload: JSON.stringify(edit.kind === 'grouped' ? edit : { ...edit, claims: now }),
        withdraws: editId,
        reasonId: null,
        editedById: actor.id,
        at,
      },
    ])
    const version = now[0]?.version ?? 0
    await appendEvent(tx, work.head, {
      kind: 'claim.edit-withdrawn',
      actor: actor.id,
      at,
      payload: {
        claimId: kept.claimId,
        number: claim.number,
        version,
        draft: work.draft.number,
        withdraws: editId,
        what: edit.kind,
        claims: now.map(({ claimId, number, version: left }) => ({ claimId, number, version: left })),
      },
    })
    const { reportId } = work.draft
    return { id, reportId, claimId: kept.claimId, number: claim.number, version, made: null }
  })
}

/** @throws Conflict it is in another group by now */
async function ungroup(
  tx: Transaction,
  { claimId }: EditRowAtWork,
  { from, to }: Extract<ClaimEdit, { kind: 'grouped' }>,
): Promise<EditedClaim[]> {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, groupName: to },
    data: { groupName: from },
  })
  if (count === 0)
    throw new Conflict('The claim is in another group by now: take that back first. Nothing was changed.')
  const { number, version, risk } = await tx.claim.findUniqueOrThrow({ where: { id: claimId } })
  return [{ claimId, number, was: version, version, before: null, risk }]
}
