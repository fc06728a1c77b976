import type { Actor } from '../accounts/account.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'

/** The reports that somebody may read, as a condition on "Report" r. */
export const mayReadReport = (actor: Pick<Actor, 'id'>): Prisma.Sql => Prisma.sql`
  (r."closed" = FALSE OR EXISTS (
    SELECT 1 FROM "ReportMember" m WHERE m."reportId" = r."id" AND m."accountId" = ${actor.id}))`

/**
 * The ids of the sources that somebody may know of, as a query of one column: those that a report which they may read leans
 * on, and those made known to the whole desk. A source that only closed reports of others lean on is not there.
 *
 * `among`: a condition on the id, in which it is called `"sourceId"`; all sources when it is left out.
 */
export function seenSourceIds(actor: Pick<Actor, 'id'>, among: Prisma.Sql = Prisma.sql`TRUE`): Prisma.Sql {
  const may = mayReadReport(actor)
  return Prisma.sql`
    SELECT "sourceId" FROM (SELECT o."id" AS "sourceId" FROM "Source" o WHERE o."onDesk" = TRUE) known WHERE ${among}
    UNION
    SELECT c."sourceId" FROM "Citation" c
    JOIN "Note" n ON n."id" = c."noteId" JOIN "Draft" d ON d."id" = n."draftId" JOIN "Report" r ON r."id" = d."reportId"
    WHERE c."sourceId" IS NOT NULL AND ${among} AND ${may}
    UNION
    SELECT e."sourceId" FROM "Evidence" e
    JOIN "Claim" c ON c."id" = e."claimId" JOIN "Report" r ON r."id" = c."reportId"
    WHERE e."sourceId" IS NOT NULL AND ${among} AND ${may}
    UNION
    SELECT t."sourceId" FROM "Contact" t JOIN "Report" r ON r."id" = t."reportId"
    WHERE t."sourceId" IS NOT NULL AND ${among} AND ${may}
    UNION
    SELECT t."sourceId" FROM "Tick" t JOIN "Draft" d ON d."id" = t."draftId" JOIN "Report" r ON r."id" = d."reportId"
    WHERE t."sourceId" IS NOT NULL AND ${among} AND ${may}`
}
