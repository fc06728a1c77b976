import type { Actor } from '../accounts/account.ts'
import { shapedBy, type ClaimEdit } from '../claims/claim-edit.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'

/** An edit that touched a claim. `withdrawn`: who took it back when, null while it stands. */
export interface ListedEdit {
  readonly id: string
  readonly kind: string
  /** Numbers of the claims that it touched, the one at hand of it first. */
  readonly claims: readonly number[]
  /** Of a grouping: the names of the groups before and after. */
  readonly from: string | null
  readonly to: string | null
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly reason: string | null
  readonly withdrawn: { readonly by: string; readonly at: Date } | null
}

/**
 * The edits of a report's present draft that touched a claim, newest first.
 * @throws NotFound no such claim · NotAllowed its report is closed to this person
 */
export async function listClaimEdits(db: Database, reader: Actor, claimId: string): Promise<ListedEdit[]> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: { report: { select: { id: true, closed: true, sample: true, currentDraftId: true } } },
  })
  if (claim?.report.currentDraftId == null) throw new NotFound('There is no such claim.')
  await assertMayOnReport(db, reader, 'read report', claim.report)
  const rows = await db.claimEdit.findMany({
    where: { draftId: claim.report.currentDraftId, withdraws: null },
    orderBy: { seq: 'desc' },
    include: {
      claim: { select: { number: true } },
      reason: { select: { body: true } },
      editedBy: { select: { id: true, name: true } },
      withdrawal: { select: { at: true, editedBy: { select: { name: true } } } },
    },
  })
  return rows.flatMap(({ payload, editedBy, reason, withdrawal, ...row }): ListedEdit[] => {
    const edit = JSON.parse(payload) as ClaimEdit
    const touched = shapedBy(edit)
    if (row.claimId !== claimId && !touched.some((one) => one.claimId === claimId)) return []
    return [
      {
        id: row.id,
        kind: row.kind,
        claims: touched.length > 0 ? touched.map(({ number }) => number) : [row.claim.number],
        from: edit.kind === 'grouped' ? edit.from : null,
        to: edit.kind === 'grouped' ? edit.to : null,
        by: editedBy,
        at: row.at,
        reason: reason?.body ?? null,
        withdrawn: withdrawal === null ? null : { by: withdrawal.editedBy.name, at: withdrawal.at },
      },
    ]
  })
}
