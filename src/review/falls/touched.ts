import type { Database, Transaction } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { groupBy } from '../../text/group-by.ts'
import type { LeaningWay, PublishedImpact } from './impact.ts'

/** Whatever leans on a source, in all reports, whoever may read them: for marking, not for showing. */
export interface Touched {
  readonly reportIds: readonly string[]
  /** Claims to settle; rows may repeat a claim with another way. */
  readonly claims: readonly ClaimTouched[]
  /** Numbers of drafts by report. */
  readonly drafts: ReadonlyMap<string, readonly number[]>
  /** By report. */
  readonly published: ReadonlyMap<string, readonly PublishedImpact[]>
}

export interface ClaimTouched {
  readonly reportId: string
  readonly claimId: string
  readonly way: LeaningWay
}

/** `family`: a source and all that were merged into it. */
export async function touchedBy(db: Database | Transaction, family: readonly string[]): Promise<Touched> {
  const among = Prisma.sql`IN (${Prisma.join([...family])})`
  const claims = await db.$queryRaw<ClaimTouched[]>(claimsTouched(among))
  const drafts = await db.$queryRaw<{ reportId: string; number: number }[]>`
    SELECT DISTINCT d."reportId", d."number"
    FROM "Citation" i JOIN "Note" n ON n."id" = i."noteId" JOIN "Draft" d ON d."id" = n."draftId"
    WHERE i."sourceId" ${among} ORDER BY d."reportId", d."number"`
  const reportIds = [...new Set([...claims, ...drafts].map(({ reportId }) => reportId))]
  return {
    reportIds,
    claims,
    drafts: new Map(
      [...groupBy(drafts, ({ reportId }) => reportId)].map(([id, rows]) => [
        id,
        rows.map(({ number }) => number),
      ]),
    ),
    published: await publishedWith(db, among),
  }
}

const claimsTouched = (among: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT t."reportId", t."claimId", t."way" FROM (
    SELECT c."reportId", c."id" AS "claimId", 'note' AS "way"
    FROM "Citation" i JOIN "PlacementNote" s ON s."noteId" = i."noteId" JOIN "Placement" p ON p."id" = s."placementId"
    JOIN "Claim" c ON c."id" = p."claimId" JOIN "Report" r ON r."id" = c."reportId" AND r."currentDraftId" = p."draftId"
    WHERE i."sourceId" ${among}
    UNION ALL
    SELECT c."reportId", c."id", 'published'
    FROM "Citation" i JOIN "PlacementNote" s ON s."noteId" = i."noteId" JOIN "Placement" p ON p."id" = s."placementId"
    JOIN "Claim" c ON c."id" = p."claimId" JOIN "Publication" u ON u."draftId" = p."draftId"
    WHERE i."sourceId" ${among} AND u."withdrawnAt" IS NULL
    UNION ALL
    SELECT c."reportId", c."id", 'evidence'
    FROM "Evidence" e LEFT JOIN "Citation" i ON i."id" = e."citationId" JOIN "Claim" c ON c."id" = e."claimId"
    WHERE (e."sourceId" ${among} OR i."sourceId" ${among}) AND e."withdraws" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Evidence" w WHERE w."withdraws" = e."id")
    UNION ALL
    SELECT c."reportId", c."id", 'tick'
    FROM "Tick" k LEFT JOIN "Citation" i ON i."id" = k."citationId" JOIN "Claim" c ON c."id" = k."claimId"
    JOIN "Report" r ON r."id" = c."reportId" AND r."currentDraftId" = k."draftId"
    WHERE (k."sourceId" ${among} OR i."sourceId" ${among}) AND k."withdraws" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Tick" w WHERE w."withdraws" = k."id")
    UNION ALL
    SELECT c."reportId", c."id", 'contact'
    FROM "Contact" o JOIN "ContactClaim" x ON x."contactId" = o."id" JOIN "Claim" c ON c."id" = x."claimId"
    WHERE o."sourceId" ${among}
  ) t
  JOIN "Claim" live ON live."id" = t."claimId" AND live."setAside" IS NULL`

/** Publications that stand whose draft names the source, or holds a claim that it is evidence for. */
async function publishedWith(
  db: Database | Transaction,
  among: Prisma.Sql,
): Promise<ReadonlyMap<string, readonly PublishedImpact[]>> {
  const rows = await db.$queryRaw<
    { id: string; reportId: string; draft: number; at: Date; publicPage: boolean }[]
  >`
    SELECT u."id", u."reportId", d."number" AS "draft", u."publishedAt" AS "at", u."publicPage"
    FROM "Publication" u JOIN "Draft" d ON d."id" = u."draftId"
    WHERE u."withdrawnAt" IS NULL AND (
      EXISTS (SELECT 1 FROM "Note" n JOIN "Citation" i ON i."noteId" = n."id"
              WHERE n."draftId" = u."draftId" AND i."sourceId" ${among})
      OR EXISTS (SELECT 1 FROM (${claimsTouched(among)}) t JOIN "Placement" p ON p."claimId" = t."claimId"
                 WHERE p."draftId" = u."draftId" AND p."start" IS NOT NULL))
    ORDER BY u."publishedAt", u."id"`
  return new Map(
    [...groupBy(rows, ({ reportId }) => reportId)].map(([id, published]) => [
      id,
      published.map(({ id: publication, draft, at, publicPage }) => ({
        id: publication,
        draft,
        at,
        publicPage,
      })),
    ]),
  )
}
