import type { Database } from '../../db/database.ts'

/** The names of a report's groups of claims, in order. */
export async function groupsOf(db: Database, reportId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ groupName: string }[]>`
    SELECT DISTINCT "groupName" FROM "Claim" WHERE "reportId" = ${reportId} AND "groupName" IS NOT NULL
    ORDER BY "groupName"`
  return rows.map(({ groupName }) => groupName)
}
