import type { Actor } from '../../accounts/account.ts'
import { assertMayOnDesk } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import { groupBy } from '../../text/group-by.ts'
import { type SnapshotClaim, storedSnapshot } from '../snapshot.ts'
import { loadFound } from './load-found.ts'
import { type PublishedClaim, type PublishedReport, type Standing, standingAcross } from './standing.ts'

/** `from` included, `to` not. */
export interface StandingSpan {
  readonly from: Date
  readonly to: Date
}

/**
 * How the reports stand that were published in a span of time and that this person may read; of others there is no trace.
 * @throws NotAllowed for this role
 */
export async function loadStanding(db: Database, reader: Actor, span: StandingSpan): Promise<Standing> {
  await assertMayOnDesk(db, reader, 'see the desk')
  const rows = await db.publication.findMany({
    where: {
      publishedAt: { gte: span.from, lt: span.to },
      report: { OR: [{ closed: false }, { members: { some: { accountId: reader.id } } }] },
    },
    orderBy: [{ publishedAt: 'asc' }, { number: 'asc' }],
    select: {
      ...{ id: true, reportId: true, draftId: true, publishedAt: true, withdrawnAt: true },
      report: { select: { title: true } },
    },
  })
  const reports: PublishedReport[] = []
  for (const [reportId, publications] of groupBy(rows, (row) => row.reportId))
    reports.push(await publishedReport(db, reportId, publications))
  return standingAcross(reports)
}

interface Row {
  readonly id: string
  readonly draftId: string
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
  readonly report: { readonly title: string }
}

/** A claim counts once, as it stood in the last of the publications that it is in and that was not withdrawn. */
async function publishedReport(
  db: Database,
  reportId: string,
  publications: readonly Row[],
): Promise<PublishedReport> {
  const claims = new Map<string, { readonly claim: SnapshotClaim; readonly publication: Row }>()
  for (const publication of publications)
    for (const claim of await claimsOf(db, publication.id)) {
      const known = claims.get(claim.id)
      if (known === undefined || publication.withdrawnAt === null)
        claims.set(claim.id, { claim, publication })
    }
  const [first] = publications
  const last = publications.at(-1)
  const ids = publications.map(({ id }) => id)
  const since = await loadSince(db, reportId, ids)
  const found = await loadFound(
    db,
    reportId,
    [...claims].map(
      ([
        claimId,
        {
          publication: { draftId, publishedAt },
        },
      ]) => ({
        claimId,
        draftId,
        publishedAt,
      }),
    ),
  )
  const complaints = await db.complaint.findMany({
    where: { publicationId: { in: ids } },
    select: { state: true },
  })
  return {
    id: reportId,
    title: first?.report.title ?? '',
    publishedAt: first?.publishedAt ?? new Date(0),
    publications: publications.length,
    claims: [...claims].map(([id, { claim, publication }]): PublishedClaim => ({
      ...{ status: claim.status, outcome: claim.outcome, withdrawn: publication.withdrawnAt !== null },
      corrected: since.corrected.has(id),
      openRecheck: since.rechecks.has(id),
      complaints: since.complaints.get(id) ?? [],
      found: found.get(id) ?? null,
    })),
    complaints: complaints.map(({ state }) => state),
    fixes: await db.fix.count({
      where: { claim: { reportId }, state: 'in', askedAt: { lt: last?.publishedAt ?? new Date(0) } },
    }),
  }
}

async function claimsOf(db: Database, id: string): Promise<readonly SnapshotClaim[]> {
  const { snapshot } = await db.publication.findUniqueOrThrow({ where: { id }, select: { snapshot: true } })
  return storedSnapshot(snapshot).claims
}

/** What was said of a report's claims since: corrections, open re-checks and complaints, by the ids of the claims. */
async function loadSince(db: Database, reportId: string, publicationIds: readonly string[]) {
  const of = { publicationId: { in: [...publicationIds] } }
  const corrections = await db.correction.findMany({ where: of, select: { claimId: true } })
  const open = await db.recheck.findMany({
    where: { claim: { reportId }, closedAt: null },
    select: { claimId: true },
  })
  const complained = await db.complaintClaim.findMany({
    where: { complaint: of },
    select: { claimId: true, complaint: { select: { state: true, enteredAt: true, decidedAt: true } } },
  })
  return {
    corrected: new Set(corrections.map(({ claimId }) => claimId)),
    rechecks: new Set(open.map(({ claimId }) => claimId)),
    complaints: new Map(
      [...groupBy(complained, ({ claimId }) => claimId)].map(([claimId, rows]) => [
        claimId,
        rows.map(({ complaint }) => complaint),
      ]),
    ),
  }
}
