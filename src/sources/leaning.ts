import type { Actor } from '../accounts/account.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { mayReadReport } from './seen-sources.ts'

/**
 * What leans on which source in the present drafts of the reports that somebody may read, as a query of "sourceId",
 * "reportId" and "claimId" (null where only a note names the source). Rows may repeat.
 *
 * `among`: a condition on the id of the source, in which it is called `"sourceId"`.
 */
export const leaningOn = (actor: Pick<Actor, 'id'>, among: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT i."sourceId", r."id" AS "reportId", c."id" AS "claimId"
    FROM "Citation" i
    JOIN "Note" n ON n."id" = i."noteId"
    JOIN "Report" r ON r."currentDraftId" = n."draftId"
    LEFT JOIN "PlacementNote" s ON s."noteId" = n."id"
    LEFT JOIN "Placement" p ON p."id" = s."placementId"
    LEFT JOIN "Claim" c ON c."id" = p."claimId" AND c."setAside" IS NULL
    WHERE i.${among} AND ${mayReadReport(actor)}
    UNION ALL
    SELECT e."sourceId", r."id" AS "reportId", c."id" AS "claimId"
    FROM "Evidence" e
    JOIN "Claim" c ON c."id" = e."claimId"
    JOIN "Report" r ON r."id" = c."reportId"
    WHERE e.${among} AND e."withdraws" IS NULL AND ${mayReadReport(actor)}
      AND NOT EXISTS (SELECT 1 FROM "Evidence" w WHERE w."withdraws" = e."id")`
