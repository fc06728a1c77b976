import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { standingsIn } from '../../history/standing.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { mayReadReport, seenSourceIds } from '../../sources/seen-sources.ts'
import { groupBy } from '../../text/group-by.ts'
import type { Digest, DigestClaim, DigestReport, DigestSource } from './digest.ts'

interface Span {
  readonly from: Date
  /** Not included. */
  readonly until: Date
}

type Row = Omit<DigestClaim, 'at' | 'over'> & {
  readonly reportId: string
  readonly at: Date | string
  /** SQLite gives what it calculates as a number. */
  readonly over: boolean | number | bigint
}

/** What stopped standing between two instants, in the reports that this person may read. */
export async function loadDigest(db: Database, reader: Actor, span: Span): Promise<Digest> {
  const rows = [...(await askedOrObjected(db, reader, span)), ...(await reworded(db, reader, span))]
  const byReport = groupBy(rows, ({ reportId }) => reportId)
  const reports = await db.report.findMany({
    where: { id: { in: [...byReport.keys()] } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, language: true, closed: true },
  })
  return {
    ...span,
    reports: reports.map((report): DigestReport => ({
      ...report,
      claims: (byReport.get(report.id) ?? [])
        .map(claimOf)
        .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number),
    })),
    sources: await fallenSources(db, reader, span),
  }
}

const claimOf = ({ kind, claimId, number, detail, at, over }: Row): DigestClaim => ({
  kind,
  claimId,
  number,
  detail,
  at: new Date(at),
  over: Boolean(over),
})

const askedOrObjected = (db: Database, reader: Actor, { from, until }: Span): Promise<Row[]> =>
  db.$queryRaw<Row[]>`
    SELECT w."kind", w."claimId", c."number", c."reportId", w."detail", w."at", w."over" FROM (
      SELECT 'recheck' AS "kind", "claimId", "because" AS "detail", "at", "closedAt" IS NOT NULL AS "over"
      FROM "Recheck" WHERE "at" >= ${from} AND "at" < ${until}
      UNION ALL
      SELECT 'objection', "claimId", CAST(NULL AS TEXT), "at", "closedAt" IS NOT NULL
      FROM "Objection" WHERE "at" >= ${from} AND "at" < ${until}) w
    JOIN "Claim" c ON c."id" = w."claimId" AND c."setAside" IS NULL
    JOIN "Report" r ON r."id" = c."reportId"
    WHERE ${mayReadReport(reader)}
    ORDER BY w."at", w."claimId"`

/** Claims that events of these days left stale, each at the first of them. */
async function reworded(db: Database, reader: Actor, { from, until }: Span): Promise<Row[]> {
  const events = await db.$queryRaw<{ at: string; body: string }[]>`
    SELECT e."at", t."body"
    FROM "Event" e
    JOIN "SealedText" t ON t."id" = e."payloadId"
    JOIN "Report" r ON r."id" = e."chain"
    WHERE e."at" >= ${from.toISOString()} AND e."at" < ${until.toISOString()} AND t."body" LIKE '%"stale":true%'
      AND ${mayReadReport(reader)}
    ORDER BY e."at", e."seq"`
  const first = new Map<string, string>()
  for (const { at, body } of events)
    for (const { claimId, stale } of standingsIn(JSON.parse(body) as Record<string, unknown>))
      if (stale && !first.has(claimId)) first.set(claimId, at)
  const claims = await db.claim.findMany({
    where: { id: { in: [...first.keys()] }, setAside: null },
    select: { id: true, number: true, reportId: true, stale: true },
  })
  return claims.map(({ id, number, reportId, stale }) => ({
    kind: 'stale',
    claimId: id,
    number,
    reportId,
    detail: null,
    at: first.get(id) ?? '',
    over: !stale,
  }))
}

/** Sources that fell or whose link died in these days and did not come back. */
const fallenSources = async (db: Database, reader: Actor, { from, until }: Span): Promise<DigestSource[]> => {
  const rows = await db.$queryRaw<(Omit<DigestSource, 'at'> & { readonly at: Date | string })[]>(Prisma.sql`
    SELECT s."id", s."title", f."what", f."at" FROM (
      SELECT "id" AS "sourceId", "fallen" AS "what", "fallenAt" AS "at"
      FROM "Source" WHERE "fallen" IS NOT NULL AND "fallenAt" >= ${from} AND "fallenAt" < ${until}
      UNION ALL
      SELECT k."sourceId", 'link dead', MIN(k."at")
      FROM "LinkCheck" k JOIN "Source" o ON o."id" = k."sourceId" AND o."linkState" = 'dead'
      WHERE k."result" = 'dead' AND k."at" >= ${from} AND k."at" < ${until}
        AND NOT EXISTS (SELECT 1 FROM "LinkCheck" b WHERE b."sourceId" = k."sourceId" AND b."result" = 'dead' AND b."at" < ${from}
                        AND NOT EXISTS (SELECT 1 FROM "LinkCheck" g WHERE g."sourceId" = b."sourceId" AND g."result" <> 'dead'
                                        AND g."at" > b."at"))
      GROUP BY k."sourceId") f
    JOIN "Source" s ON s."id" = f."sourceId" AND s."mergedIntoId" IS NULL
    WHERE s."id" IN (${seenSourceIds(reader)})
    ORDER BY f."at", s."id"`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
