import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { mayReadReport } from '../../sources/seen-sources.ts'
import { groupBy } from '../../text/group-by.ts'
import {
  impactOf,
  leaningWays,
  type Impact,
  type ImpactClaim,
  type ImpactReport,
  type LeaningWay,
} from './impact.ts'
import { opinionsOn, type Opinions } from './load-opinions.ts'
import { touchedBy, type Touched } from './touched.ts'

interface ReportRow {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly closed: boolean
}

interface ClaimRow extends Omit<ImpactClaim, 'ways' | 'evidence' | 'verdicts'> {
  readonly reportId: string
}

/**
 * What a fall of these sources (one and what was merged into it) touches in the reports that somebody may read: nothing of any
 * other, not even a count. Verdicts are left out where the first check is hidden from them.
 */
export async function loadImpact(
  db: Database | Transaction,
  reader: Actor,
  family: readonly string[],
): Promise<Impact> {
  const touched = await touchedBy(db, family)
  const reports = await db.$queryRaw<ReportRow[]>`
    SELECT r."id", r."title", r."language", r."closed" FROM "Report" r
    WHERE r."id" IN (${joined(touched.reportIds)}) AND ${mayReadReport(reader)}
    ORDER BY r."title", r."id"`
  const readable = new Set(reports.map(({ id }) => id))
  const ways = waysByClaim(touched, readable)
  const claims = await loadClaims(db, [...ways.keys()])
  const opinions = await opinionsOn(db, reader, {
    family,
    claimIds: [...ways.keys()],
    reportIds: [...readable],
  })
  const byReport = groupBy(claims, ({ reportId }) => reportId)
  return impactOf(
    reports.map((report) =>
      reportOf(report, touched, (byReport.get(report.id) ?? []).map(claimOf(ways, opinions))),
    ),
  )
}

const reportOf = (report: ReportRow, touched: Touched, claims: readonly ImpactClaim[]): ImpactReport => ({
  ...report,
  drafts: touched.drafts.get(report.id) ?? [],
  published: touched.published.get(report.id) ?? [],
  claims,
})

const claimOf =
  (ways: ReadonlyMap<string, ReadonlySet<LeaningWay>>, opinions: Opinions) =>
  ({ id, number, quote, status, stale, settled }: ClaimRow): ImpactClaim => {
    const hidden = opinions.hidden.has(id)
    return {
      id,
      number,
      quote,
      ...(hidden ? { status: 'unreviewed', stale: false, settled: false } : { status, stale, settled }),
      ways: leaningWays.filter((way) => ways.get(id)?.has(way)),
      evidence: hidden ? [] : (opinions.evidence.get(id) ?? []),
      verdicts: hidden ? [] : (opinions.verdicts.get(id) ?? []),
    }
  }

function waysByClaim({ claims }: Touched, readable: ReadonlySet<string>): Map<string, Set<LeaningWay>> {
  const ways = new Map<string, Set<LeaningWay>>()
  for (const { reportId, claimId, way } of claims)
    if (readable.has(reportId)) ways.set(claimId, (ways.get(claimId) ?? new Set()).add(way))
  return ways
}

const loadClaims = (db: Database | Transaction, ids: readonly string[]): Promise<ClaimRow[]> =>
  db.$queryRaw<ClaimRow[]>`
    SELECT c."id", c."reportId", c."number", c."status", c."stale", c."settled", p."quote"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."id" IN (${joined(ids)})
    ORDER BY c."reportId", c."number"`

/** A list that no id is in, where it is empty. */
const joined = (ids: readonly string[]): Prisma.Sql =>
  ids.length === 0 ? Prisma.sql`NULL` : Prisma.join([...ids])
