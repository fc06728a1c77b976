import { nothingHidden, type Hidden } from '../claims/hidden.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { ReportPolicy } from './report-policy.ts'

interface Row {
  readonly id: string
  readonly number: number
  readonly status: string
}

/**
 * What a report hides from a reader: of the claims that need a second person and have not had two, all on whose present words
 * the reader has no verdict in force. No query where the report hides nothing.
 */
export async function loadHidden(
  db: Database | Transaction,
  report: { readonly id: string; readonly policy: ReportPolicy },
  readerId: string,
): Promise<Hidden> {
  if (!report.policy.blindSecond || report.policy.secondCheck === 'none') return nothingHidden(readerId)
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id", c."number", c."status"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."reportId" = ${report.id} AND c."needsSecond" = TRUE AND c."checkers" < 2
      AND NOT EXISTS (
        SELECT 1 FROM "Verdict" v LEFT JOIN "Verdict" w ON w."withdraws" = v."id"
        WHERE v."claimId" = c."id" AND v."checkerId" = ${readerId} AND v."withdraws" IS NULL AND w."id" IS NULL
          AND (v."wordingKey" = p."wordingKey" OR (c."checkers" = 0 AND v."fixId" IS NULL)))`
  return {
    readerId,
    claims: new Set(rows.map(({ id }) => id)),
    ruled: new Map(
      rows.filter(({ status }) => status !== 'unreviewed').map(({ id, number }) => [id, number]),
    ),
  }
}
