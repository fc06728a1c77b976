import { hasRole, type Actor } from '../accounts/account.ts'
import { policy } from '../accounts/policy.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'

/**
 * Everything that waits for one person over all reports they may read, as a query with the columns
 * group, reportId, claimId, since, deadline, detail. Counts and lists are both made of it, so that they agree.
 */
export function waitingFor(person: Actor): Prisma.Sql {
  const rules = hasRole(person.role, policy.rule.least)
  const edits = hasRole(person.role, policy['ask for a re-check'].least)
  const parts = [
    ...ASKED.map((part) => part(person.id)),
    ...(rules ? RULED.map((part) => part(person.id)) : []),
    ...(edits ? EDITED.map((part) => part(person.id)) : []),
  ]
  return Prisma.sql`
    SELECT w.* FROM (${Prisma.join(parts, ' UNION ALL ')}) w
    JOIN "Report" r ON r."id" = w."reportId"
    WHERE r."closed" = FALSE OR EXISTS (SELECT 1 FROM "ReportMember" m
                                        WHERE m."reportId" = r."id" AND m."accountId" = ${person.id})`
}

type Part = (id: string) => Prisma.Sql

const NO_DEADLINE = Prisma.sql`CAST(NULL AS TIMESTAMP(3))`
const NO_DETAIL = Prisma.sql`CAST(NULL AS TEXT)`

const queries: Part = (id) => Prisma.sql`
  SELECT 'query answered' AS "group", q."reportId", q."claimId", q."askedAt" AS "since", ${NO_DEADLINE} AS "deadline",
         q."answer" AS "detail"
  FROM "Query" q WHERE q."askedById" = ${id} AND q."state" = 'answered'`

const fixes: Part = (id) => Prisma.sql`
  SELECT 'fix answered', c."reportId", f."claimId", f."answeredAt", ${NO_DEADLINE}, f."state"
  FROM "Fix" f JOIN "Claim" c ON c."id" = f."claimId"
  WHERE f."askedById" = ${id} AND f."state" IN ('accepted', 'declined') AND c."settled" = FALSE AND c."setAside" IS NULL`

const objections: Part = (id) => Prisma.sql`
  SELECT 'objection', c."reportId", o."claimId", o."at", ${NO_DEADLINE}, ${NO_DETAIL}
  FROM "Objection" o JOIN "Claim" c ON c."id" = o."claimId"
  WHERE o."ownerId" = ${id} AND o."closedAt" IS NULL`

const mentions: Part = (id) => Prisma.sql`
  SELECT 'mention', n."reportId", n."claimId", n."at", ${NO_DEADLINE}, ${NO_DETAIL}
  FROM "Notice" n WHERE n."accountId" = ${id} AND n."kind" = 'mentioned' AND n."seenAt" IS NULL`

const assigned: Part = (id) => Prisma.sql`
  SELECT 'assigned', c."reportId", a."claimId", a."at", a."deadline", a."section"
  FROM "Assignment" a JOIN "Claim" c ON c."id" = a."claimId"
  WHERE a."assigneeId" = ${id} AND a."endedAt" IS NULL AND c."settled" = FALSE AND c."setAside" IS NULL`

/** The verdicts of one person that they did not take back. */
const ownVerdicts: Part = (id) => Prisma.sql`
  FROM "Verdict" v WHERE v."claimId" = c."id" AND v."checkerId" = ${id} AND v."withdraws" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "Verdict" t WHERE t."withdraws" = v."id")`

const secondChecks: Part = (id) => Prisma.sql`
  SELECT 'second check', c."reportId", c."id", (SELECT MAX(f."at") FROM "Verdict" f WHERE f."claimId" = c."id"),
         ${NO_DEADLINE}, ${NO_DETAIL}
  FROM "Claim" c
  WHERE c."needsSecond" = TRUE AND c."checkers" = 1 AND c."settled" = FALSE AND c."stale" = FALSE
    AND c."setAside" IS NULL AND NOT EXISTS (SELECT 1 ${ownVerdicts(id)})`

const stale: Part = (id) => Prisma.sql`
  SELECT 'stale', c."reportId", c."id", (SELECT MAX(v."at") ${ownVerdicts(id)}), ${NO_DEADLINE}, ${NO_DETAIL}
  FROM "Claim" c
  WHERE c."stale" = TRUE AND c."setAside" IS NULL AND EXISTS (SELECT 1 ${ownVerdicts(id)})`

/** Claims to be checked again that this person ruled on. */
const rechecks: Part = (id) => Prisma.sql`
  SELECT 'recheck', c."reportId", c."id", MIN(k."at"), ${NO_DEADLINE}, MIN(k."because")
  FROM "Recheck" k JOIN "Claim" c ON c."id" = k."claimId"
  WHERE k."closedAt" IS NULL AND c."setAside" IS NULL AND c."stale" = FALSE AND EXISTS (SELECT 1 ${ownVerdicts(id)})
  GROUP BY c."reportId", c."id"`

/** The same where nobody who ruled on the claim, or has it assigned, can still do so. */
const orphanedRechecks: Part = (id) => Prisma.sql`
  SELECT 'recheck', c."reportId", c."id", MIN(k."at"), ${NO_DEADLINE}, MIN(k."because")
  FROM "Recheck" k JOIN "Claim" c ON c."id" = k."claimId" JOIN "Report" o ON o."id" = c."reportId"
  WHERE k."closedAt" IS NULL AND c."setAside" IS NULL AND c."stale" = FALSE AND c."status" <> 'unreviewed'
    AND NOT EXISTS (SELECT 1 ${ownVerdicts(id)})
    AND NOT EXISTS (
      SELECT 1 FROM "Account" p
      WHERE p."suspendedAt" IS NULL AND p."role" <> 'reader'
        AND (o."closed" = FALSE OR EXISTS (
          SELECT 1 FROM "ReportMember" m WHERE m."reportId" = o."id" AND m."accountId" = p."id"))
        AND (EXISTS (SELECT 1 FROM "Verdict" v WHERE v."claimId" = c."id" AND v."checkerId" = p."id" AND v."withdraws" IS NULL
                     AND NOT EXISTS (SELECT 1 FROM "Verdict" t WHERE t."withdraws" = v."id"))
             OR EXISTS (SELECT 1 FROM "Assignment" a
                        WHERE a."claimId" = c."id" AND a."assigneeId" = p."id" AND a."endedAt" IS NULL)))
  GROUP BY c."reportId", c."id"`

/** What waits whatever the role; the first names the columns. */
const ASKED: readonly Part[] = [queries, fixes, objections, mentions]

/** What waits only for who may rule. */
const RULED: readonly Part[] = [assigned, secondChecks, stale, rechecks]

/** What waits for whoever sees to a report. */
const EDITED: readonly Part[] = [orphanedRechecks]
