import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { queueGroups, type QueueGroup, type QueueItem, type QueuePart } from './queue.ts'
import { waitingFor } from './waiting.ts'

/** Most items of one group that a queue holds. */
const MOST_ITEMS = 100

type QueueRow = Omit<QueueItem, 'since' | 'deadline' | 'overdue'> & {
  readonly group: QueueGroup
  readonly total: number | bigint
  readonly since: Date | string
  readonly deadline: Date | string | null
}

/** What waits for somebody over all reports they may read, group by group, oldest first. One query. */
export async function loadQueue(db: Database, person: Actor, now: Date): Promise<QueuePart[]> {
  const rows = await db.$queryRaw<QueueRow[]>`
    SELECT w."group", w."total", w."reportId", r."title" AS "reportTitle", r."language" AS "reportLanguage", w."claimId",
           c."number" AS "claimNumber", p."quote", w."since", w."deadline", w."detail"
    FROM (SELECT n.*, ROW_NUMBER() OVER (PARTITION BY n."group" ORDER BY n."since", n."claimId") AS "place",
                 COUNT(*) OVER (PARTITION BY n."group") AS "total"
          FROM (${waitingFor(person)}) n) w
    JOIN "Report" r ON r."id" = w."reportId"
    LEFT JOIN "Claim" c ON c."id" = w."claimId"
    LEFT JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE w."place" <= ${MOST_ITEMS}
    ORDER BY w."place"`
  return queueGroups.flatMap((group) => {
    const own = rows.filter((row) => row.group === group)
    const total = Number(own[0]?.total ?? 0)
    return total === 0 ? [] : [{ group, total, items: own.map((row) => itemOf(row, now)) }]
  })
}

/** SQLite gives the instants of a union as text. */
function itemOf(row: QueueRow, now: Date): QueueItem {
  const deadline = row.deadline === null ? null : new Date(row.deadline)
  return {
    reportId: row.reportId,
    reportTitle: row.reportTitle,
    reportLanguage: row.reportLanguage,
    claimId: row.claimId,
    claimNumber: row.claimNumber,
    quote: row.quote,
    since: new Date(row.since),
    deadline,
    overdue: deadline !== null && deadline < now,
    detail: row.detail,
  }
}

/** How much waits for somebody, and how many of their notices they have not seen. */
export interface Waiting {
  readonly queue: number
  readonly notices: number
}

/** One query, since every page asks. */
export async function countWaiting(db: Database, person: Actor): Promise<Waiting> {
  const [row] = await db.$queryRaw<{ queue: number | bigint; notices: number | bigint }[]>`
    SELECT (SELECT COUNT(*) FROM (${waitingFor(person)}) n) AS "queue",
           (SELECT COUNT(*) FROM "Notice" u JOIN "Report" r ON r."id" = u."reportId"
            WHERE u."accountId" = ${person.id} AND u."seenAt" IS NULL
              AND (r."closed" = FALSE OR EXISTS (SELECT 1 FROM "ReportMember" m
                                                 WHERE m."reportId" = r."id" AND m."accountId" = ${person.id}))) AS "notices"`
  return { queue: Number(row?.queue ?? 0), notices: Number(row?.notices ?? 0) }
}
