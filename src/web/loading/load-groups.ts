import type { Database } from '../../db/database.ts'

/** The names of a report's groups of claims, in order. */
export async function groupsOf(db: Database, reportId: string): Promise<string[]> {
  const rows = await db.claim.findMany({
    where: { reportId, groupName: { not: null } },
    distinct: ['groupName'],
    orderBy: { groupName: 'asc' },
    select: { groupName: true },
  })
  return rows.flatMap(({ groupName }) => groupName ?? [])
}
