import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import type { CslItem } from '../reading/document.ts'
import { leaningOn } from './leaning.ts'
import { selfCitation } from './self-citation.ts'

/** A report that leans on a source, with its claims that do, in the report's order. */
export interface LeaningReport {
  readonly id: string
  readonly title: string
  readonly language: string
  /** Why the source is of the report's own house; null where it is not. */
  readonly selfCitation: 'publisher' | 'author' | null
  readonly claims: readonly LeaningClaim[]
}

/** A claim that leans on a source. `judgements`: what the source was judged to say, the newest of each person. */
export interface LeaningClaim {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly quote: string
  readonly judgements: readonly { readonly judgement: string; readonly judgedBy: string }[]
}

/** Claims that one page shows; what is beyond is a report's own table. */
export const MOST_LEANING = 2_000

interface ClaimRow extends Omit<LeaningClaim, 'judgements'> {
  readonly reportId: string
}

/** The reports that somebody may read and that lean on one of these sources, by title. `known`: the reader may know what it is. */
export async function listLeaning(
  db: Database,
  actor: Actor,
  family: readonly string[],
  known: boolean,
): Promise<LeaningReport[]> {
  const leaning = leaningOn(actor, Prisma.sql`"sourceId" IN (${Prisma.join(family)})`)
  const [reports, claims, judged, own] = await Promise.all([
    db.$queryRaw<{ id: string; title: string; language: string }[]>(Prisma.sql`
      SELECT "id", "title", "language" FROM "Report"
      WHERE "id" IN (SELECT l."reportId" FROM (${leaning}) l) ORDER BY "title", "id"`),
    leaningClaims(db, leaning),
    judgementsBy(db, family, leaning),
    known ? selfCitations(db, leaning, family) : new Map<string, never>(),
  ])
  const byReport = new Map<string, LeaningClaim[]>(reports.map(({ id }) => [id, []]))
  for (const { id, reportId, number, status, quote } of claims)
    byReport
      .get(reportId)
      ?.push({ id, number, status, quote, judgements: [...(judged.get(id)?.values() ?? [])] })
  return reports.map((report) => ({
    ...report,
    selfCitation: own.get(report.id) ?? null,
    claims: byReport.get(report.id) ?? [],
  }))
}

const leaningClaims = (db: Database, leaning: Prisma.Sql): Promise<ClaimRow[]> =>
  db.$queryRaw<ClaimRow[]>(Prisma.sql`
    SELECT c."id", c."reportId", c."number", c."status", p."quote"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."id" IN (SELECT l."claimId" FROM (${leaning}) l WHERE l."claimId" IS NOT NULL)
    ORDER BY c."reportId", p."start" IS NULL, p."start", c."number"
    LIMIT ${MOST_LEANING}`)

/** By claim, then by person: the newest judgement that was not taken back. */
async function judgementsBy(db: Database, family: readonly string[], leaning: Prisma.Sql) {
  const rows = await db.$queryRaw<
    { claimId: string; judgement: string; judgedBy: string; by: string }[]
  >(Prisma.sql`
    SELECT e."claimId", e."judgement", a."name" AS "judgedBy", a."id" AS "by"
    FROM "Evidence" e JOIN "Account" a ON a."id" = e."judgedById"
    WHERE e."sourceId" IN (${Prisma.join(family)}) AND e."withdraws" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Evidence" w WHERE w."withdraws" = e."id")
      AND e."claimId" IN (SELECT l."claimId" FROM (${leaning}) l WHERE l."claimId" IS NOT NULL)
    ORDER BY e."at", e."id"`)
  const judged = new Map<string, Map<string, { judgement: string; judgedBy: string }>>()
  for (const { claimId, judgement, judgedBy, by } of rows) {
    const ofClaim = judged.get(claimId) ?? new Map<string, { judgement: string; judgedBy: string }>()
    judged.set(claimId, ofClaim.set(by, { judgement, judgedBy }))
  }
  return judged
}

/** By report: how the source is of its own house. */
async function selfCitations(db: Database, leaning: Prisma.Sql, family: readonly string[]) {
  const rows = await db.$queryRaw<
    { reportId: string; csl: string; publisher: string | null; authors: string | null }[]
  >(Prisma.sql`
    SELECT r."id" AS "reportId", i."csl", r."publisher", r."authors"
    FROM "Citation" i JOIN "Note" n ON n."id" = i."noteId" JOIN "Report" r ON r."currentDraftId" = n."draftId"
    WHERE i."sourceId" IN (${Prisma.join(family)}) AND (r."publisher" IS NOT NULL OR r."authors" IS NOT NULL)
      AND r."id" IN (SELECT l."reportId" FROM (${leaning}) l)`)
  const own = new Map<string, 'publisher' | 'author'>()
  for (const { reportId, csl, ...makers } of rows) {
    const because = selfCitation(JSON.parse(csl) as CslItem, makers)
    if (because !== null && !own.has(reportId)) own.set(reportId, because)
  }
  return own
}
