import type { Actor } from '../accounts/account.ts'
import { claimShown, claimView, PLACEMENT_FOR_VIEW } from '../claims/claim-view.ts'
import type { Database, Transaction } from '../db/database.ts'
import { loadExportedVerdicts } from '../exports/load-exported-work.ts'
import { VERDICT_COLUMNS } from '../exports/tables/claims-table.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { storedPolicy } from '../review/report-policy.ts'
import type { StandingClaim } from './claims/plan-claims-table.ts'

/** All claims of a report's present draft as a table of them that this person exports would have them. */
export async function loadStandingClaims(
  db: Database | Transaction,
  reportId: string,
  by: Actor,
): Promise<StandingClaim[]> {
  const report = await db.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { id: true, policy: true, currentDraftId: true },
  })
  const hidden = await loadHidden(db, { id: report.id, policy: storedPolicy(report.policy) }, by.id)
  const rows = await db.placement.findMany({
    where: { draftId: report.currentDraftId ?? '' },
    orderBy: { claimId: 'asc' },
    include: PLACEMENT_FOR_VIEW,
  })
  const verdicts = await loadExportedVerdicts(db, reportId, { hidden, withRationale: false })
  const assigned = await db.assignment.findMany({
    where: { claim: { reportId }, endedAt: null },
    select: { claimId: true, assigneeId: true },
  })
  const assignees = new Map(assigned.map(({ claimId, assigneeId }) => [claimId, assigneeId]))
  const comments = await commentsOf(db, reportId)
  return rows.map((row) => {
    const view = claimShown(claimView(row), hidden)
    const ruled = { ...view, verdicts: verdicts(view.id, row.wordingKey) }
    return {
      id: view.id,
      number: view.number,
      version: view.version,
      quote: view.quote,
      setAside: view.setAside,
      risk: view.risk,
      assigneeId: assignees.get(view.id) ?? null,
      comments: comments.get(view.id) ?? new Set(),
      verdicts: new Map(VERDICT_COLUMNS.map(({ name, cell }) => [name, cell(ruled)])),
    }
  })
}

/** The words that everybody sees on each claim. */
export async function commentsOf(
  db: Database | Transaction,
  reportId: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.$queryRaw<{ claimId: string; body: string }[]>`
    SELECT k."claimId", s."body" FROM "Comment" k JOIN "SealedText" s ON s."id" = k."bodyId"
    WHERE k."reportId" = ${reportId} AND k."claimId" IS NOT NULL AND k."privileged" = FALSE AND s."body" IS NOT NULL`
  const comments = new Map<string, Set<string>>()
  for (const { claimId, body } of rows) {
    const known = comments.get(claimId)
    if (known === undefined) comments.set(claimId, new Set([body]))
    else known.add(body)
  }
  return comments
}
