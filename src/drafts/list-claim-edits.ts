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
  return editsOfClaim(db, claim.report.currentDraftId, claimId)
}

interface EditRow {
  readonly id: string
  readonly kind: string
  readonly claimId: string
  readonly payload: string
  readonly withdraws: string | null
  readonly at: Date
  readonly number: number
  readonly reason: string | null
  readonly byId: string
  readonly byName: string
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
}

/** The same of a draft, for whoever has asked whether the reader may read it. One query: every panel waits for it. */
export async function editsOfClaim(db: Database, draftId: string, claimId: string): Promise<ListedEdit[]> {
  const rows = await db.$queryRaw<EditRow[]>`
    SELECT e."id", e."kind", e."claimId", e."payload", e."withdraws", e."at", c."number", COALESCE(t."body", t."destructionReason") AS "reason",
           a."id" AS "byId", a."name" AS "byName", w."at" AS "withdrawnAt", b."name" AS "withdrawnBy"
    FROM "ClaimEdit" e
    JOIN "Claim" c ON c."id" = e."claimId"
    JOIN "Account" a ON a."id" = e."editedById"
    LEFT JOIN "SealedText" t ON t."id" = e."reasonId"
    LEFT JOIN "ClaimEdit" w ON w."withdraws" = e."id"
    LEFT JOIN "Account" b ON b."id" = w."editedById"
    WHERE e."draftId" = ${draftId}
    ORDER BY e."seq" DESC`
  return rows.filter(({ withdraws }) => withdraws === null).flatMap((row) => listed(row, claimId))
}

/** Nothing where the edit did not touch the claim. */
function listed(row: EditRow, claimId: string): ListedEdit[] {
  const edit = JSON.parse(row.payload) as ClaimEdit
  const touched = shapedBy(edit)
  if (row.claimId !== claimId && !touched.some((one) => one.claimId === claimId)) return []
  return [
    {
      id: row.id,
      kind: row.kind,
      claims: touched.length > 0 ? touched.map(({ number }) => number) : [row.number],
      from: edit.kind === 'grouped' ? edit.from : null,
      to: edit.kind === 'grouped' ? edit.to : null,
      by: { id: row.byId, name: row.byName },
      at: row.at,
      reason: row.reason,
      withdrawn: row.withdrawnAt === null ? null : { by: row.withdrawnBy ?? '', at: row.withdrawnAt },
    },
  ]
}
