import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'

export type OpenWorkKind = 'assigned' | 'query' | 'fix' | 'objection'

/** One thing that waits for somebody on a claim. `deadline`: null where there is none. */
export interface OpenWork {
  readonly kind: OpenWorkKind
  readonly accountId: string
  readonly person: string
  readonly reportId: string
  readonly title: string
  readonly language: string
  readonly claimId: string
  readonly number: number
  readonly since: Date
  readonly deadline: Date | null
}

/** What one person left open, on the reports that the beholder may read: to be handed over when they are suspended. */
export const openWorkOf = (db: Database, beholder: Actor, accountId: string): Promise<OpenWork[]> =>
  load(db, beholder, Prisma.sql`w."accountId" = ${accountId}`)

/** What people who are out left open on one report: suspended, or no longer named on it where it is closed. */
export const openWorkOfThoseOut = (db: Database, beholder: Actor, reportId: string): Promise<OpenWork[]> =>
  load(
    db,
    beholder,
    Prisma.sql`r."id" = ${reportId} AND (p."suspendedAt" IS NOT NULL OR (r."closed" = TRUE AND NOT EXISTS (
      SELECT 1 FROM "ReportMember" o WHERE o."reportId" = r."id" AND o."accountId" = p."id")))`,
  )

/** SQLite gives the columns of a union no type: instants come as text. */
type OpenWorkRow = Omit<OpenWork, 'since' | 'deadline'> & {
  readonly since: Date | string
  readonly deadline: Date | string | null
}

const NO_DEADLINE = Prisma.sql`CAST(NULL AS TIMESTAMP(3))`

const EVERYTHING = Prisma.sql`
  SELECT 'assigned' AS "kind", "assigneeId" AS "accountId", "claimId", "at" AS "since", "deadline"
  FROM "Assignment" WHERE "endedAt" IS NULL
  UNION ALL
  SELECT 'query', "askedById", "claimId", "askedAt", "deadline" FROM "Query" WHERE "state" IN ('open', 'answered')
  UNION ALL
  SELECT 'fix', "askedById", "claimId", "askedAt", ${NO_DEADLINE} FROM "Fix" WHERE "state" = 'asked'
  UNION ALL
  SELECT 'objection', "ownerId", "claimId", "at", ${NO_DEADLINE} FROM "Objection" WHERE "closedAt" IS NULL`

/** An assignment is open as long as its claim is; what was asked or objected to, until it is answered or closed. */
async function load(db: Database, { id }: Actor, which: Prisma.Sql): Promise<OpenWork[]> {
  const rows = await db.$queryRaw<OpenWorkRow[]>`
    SELECT w."kind", w."accountId", p."name" AS "person", r."id" AS "reportId", r."title", r."language",
           w."claimId", c."number", w."since", w."deadline"
    FROM (${EVERYTHING}) w
    JOIN "Claim" c ON c."id" = w."claimId" AND c."setAside" IS NULL
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Account" p ON p."id" = w."accountId"
    WHERE ${which} AND (w."kind" <> 'assigned' OR c."settled" = FALSE)
      AND (r."closed" = FALSE OR EXISTS (
        SELECT 1 FROM "ReportMember" m WHERE m."reportId" = r."id" AND m."accountId" = ${id}))
    ORDER BY r."title", r."id", p."name", c."number", w."since"`
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    deadline: row.deadline === null ? null : new Date(row.deadline),
  }))
}
