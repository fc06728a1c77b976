import type { Database } from '../db/database.ts'

/** A claim to which a source can be put. `own`: what the reader judged before that it says, null when they did not. */
export interface PuttableClaim {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly quote: string
  readonly cites: boolean
  readonly own: string | null
}

/** The claims of a draft that are to be settled, those whose notes cite the source first, then in order of their place. */
export async function listPuttable(
  db: Database,
  draftId: string,
  sourceId: string,
  readerId: string,
): Promise<PuttableClaim[]> {
  const rows = await db.$queryRaw<(Omit<PuttableClaim, 'cites'> & { readonly cites: bigint | number })[]>`
    SELECT c."id", c."number", c."status", p."quote",
      CASE WHEN EXISTS (SELECT 1 FROM "PlacementNote" s JOIN "Citation" i ON i."noteId" = s."noteId"
                        WHERE s."placementId" = p."id" AND i."sourceId" = ${sourceId}) THEN 1 ELSE 0 END AS "cites",
      (SELECT e."judgement" FROM "Evidence" e
       WHERE e."claimId" = c."id" AND e."sourceId" = ${sourceId} AND e."judgedById" = ${readerId} AND e."withdraws" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "Evidence" w WHERE w."withdraws" = e."id")
       ORDER BY e."at" DESC, e."id" DESC LIMIT 1) AS "own"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND c."setAside" IS NULL
    ORDER BY 5 DESC, p."start" IS NULL, p."start", c."number"`
  return rows.map((row) => ({ ...row, cites: Number(row.cites) === 1 }))
}
