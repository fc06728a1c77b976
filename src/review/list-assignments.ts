import type { Database } from '../db/database.ts'

/** What one person has of a report. `claimId` stands in the present draft from `start` on; null for one that is not found. */
export interface StandingAssignment {
  readonly claimId: string
  readonly number: number
  readonly start: number | null
  readonly settled: boolean
  readonly assigneeId: string
  readonly assignee: string
  readonly section: string | null
  readonly deadline: Date | null
  readonly at: Date
}

/** Who has which claims of a report at present, in the order of the text. One query. */
export const listAssignments = (db: Database, reportId: string): Promise<StandingAssignment[]> =>
  db.$queryRaw<StandingAssignment[]>`
    SELECT a."claimId", c."number", p."start", c."settled", a."assigneeId", n."name" AS "assignee", a."section",
           a."deadline", a."at"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Assignment" a ON a."claimId" = c."id" AND a."endedAt" IS NULL
    JOIN "Account" n ON n."id" = a."assigneeId"
    LEFT JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."reportId" = ${reportId} AND c."setAside" IS NULL
    ORDER BY p."start" IS NULL, p."start", c."number"`

/** Whose initials stand under a section of a draft. */
export interface StandingInitials {
  readonly id: string
  readonly start: number
  readonly section: string
  readonly accountId: string
  readonly name: string
  readonly at: Date
}

/** The initials on a draft that nobody took back, oldest first. */
export const listInitials = (db: Database, draftId: string): Promise<StandingInitials[]> =>
  db.$queryRaw<StandingInitials[]>`
    SELECT i."id", i."start", i."section", a."id" AS "accountId", a."name", i."at"
    FROM "Initials" i
    JOIN "Account" a ON a."id" = i."initialedById"
    WHERE i."draftId" = ${draftId} AND i."withdraws" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Initials" w WHERE w."withdraws" = i."id")
    ORDER BY i."start", i."at"`
