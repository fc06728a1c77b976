import type { Actor } from '../accounts/account.ts'
import { assertMay } from '../accounts/policy.ts'
import { asShown, type Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { storedPolicy, type ReportPolicy } from '../review/report-policy.ts'

/** How many claims of a report stand where. The four statuses add up to `total`. */
export interface ClaimCounts {
  readonly total: number
  readonly substantiated: number
  readonly unsubstantiated: number
  readonly disputed: number
  readonly unreviewed: number
  readonly stale: number
  readonly settled: number
}

export interface ReportView {
  readonly id: string
  readonly title: string
  readonly series: string | null
  readonly authors: string | null
  readonly publisher: string | null
  readonly language: string
  readonly deadline: Date | null
  readonly closed: boolean
  readonly sample: boolean
  readonly createdAt: Date
  readonly policy: ReportPolicy
  readonly draft: { readonly id: string; readonly number: number; readonly importedAt: Date }
  readonly counts: ClaimCounts
}

export interface ReportPage {
  readonly items: readonly ReportView[]
  /** Id of the report that the next page starts after, null at the end. */
  readonly next: string | null
}

const REPORT = {
  currentDraft: { select: { id: true, number: true, importedAt: true } },
} as const

/** The reports that somebody may read, newest first, a page at a time. Closed ones are not mentioned to others. */
export async function listReports(
  db: Database,
  actor: Actor,
  page: { limit: number; after?: string | undefined },
): Promise<ReportPage> {
  const rows = await db.report.findMany({
    where: {
      OR: [{ closed: false }, { members: { some: { accountId: actor.id } } }],
      currentDraftId: { not: null },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: page.limit + 1,
    ...(page.after === undefined ? {} : { cursor: { id: page.after }, skip: 1 }),
    include: REPORT,
  })
  const shown = rows.slice(0, page.limit)
  const counts = await countClaims(db, shown, actor.id)
  return {
    items: shown.map((row) => reportView(row, counts.get(row.id))),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/**
 * One report.
 * @throws NotFound no such report · NotAllowed closed to this person
 */
export async function showReport(db: Database, actor: Actor, id: string): Promise<ReportView> {
  const row = await db.report.findUnique({
    where: { id },
    include: { ...REPORT, members: { where: { accountId: actor.id }, select: { accountId: true } } },
  })
  if (row?.currentDraft == null) throw new NotFound('There is no such report.')
  assertMay(actor, 'read report', { closed: row.closed, member: row.members.length > 0, sample: row.sample })
  return reportView(row, (await countClaims(db, [row], actor.id)).get(id))
}

interface ReportRow extends Omit<ReportView, 'draft' | 'counts' | 'policy'> {
  readonly policy: string | null
  readonly currentDraft: ReportView['draft'] | null
}

function reportView(row: ReportRow, counts: ClaimCounts | undefined): ReportView {
  if (row.currentDraft === null) throw new NotFound('The report has no draft.')
  return {
    id: row.id,
    title: row.title,
    series: row.series,
    authors: row.authors,
    publisher: row.publisher,
    language: row.language,
    deadline: row.deadline,
    closed: row.closed,
    sample: row.sample,
    createdAt: row.createdAt,
    policy: storedPolicy(row.policy),
    draft: row.currentDraft,
    counts: counts ?? NONE,
  }
}

const NONE: ClaimCounts = {
  total: 0,
  substantiated: 0,
  unsubstantiated: 0,
  disputed: 0,
  unreviewed: 0,
  stale: 0,
  settled: 0,
}

/** Counts as one reader is shown them: where a first check is hidden from them, its claim is to check. */
async function countClaims(
  db: Database,
  reports: readonly { readonly id: string; readonly policy: string | null }[],
  readerId: string,
): Promise<ReadonlyMap<string, ClaimCounts>> {
  const groups = await db.claim.groupBy({
    by: ['reportId', 'status', 'stale', 'settled'],
    where: { reportId: { in: reports.map(({ id }) => id) }, setAside: null },
    _count: { _all: true },
  })
  const counts = new Map<string, ClaimCounts>()
  for (const { reportId, status, stale, settled, _count } of groups)
    counts.set(reportId, withSome(counts.get(reportId) ?? NONE, { status, stale, settled }, _count._all))
  for (const { id, policy } of reports) {
    const hidden = await loadHidden(db, { id, policy: storedPolicy(policy) }, readerId)
    if (hidden.ruled.size > 0) counts.set(id, await withoutHidden(db, counts.get(id) ?? NONE, hidden))
  }
  return counts
}

interface Counted {
  readonly status: string
  readonly stale: boolean
  readonly settled: boolean
}

const withSome = (counts: ClaimCounts, { status, stale, settled }: Counted, n: number): ClaimCounts => ({
  ...counts,
  [status]: counts[status as keyof ClaimCounts] + n,
  total: counts.total + n,
  stale: counts.stale + (stale ? n : 0),
  settled: counts.settled + (settled ? n : 0),
})

async function withoutHidden(db: Database, counts: ClaimCounts, hidden: Hidden): Promise<ClaimCounts> {
  const claims = await db.claim.findMany({
    where: { id: { in: [...hidden.ruled.keys()] }, setAside: null },
    select: { id: true, status: true, stale: true, differs: true, settled: true },
  })
  return claims.reduce(
    (shown, claim) => withSome(withSome(shown, claim, -1), asShown(claim, hidden), 1),
    counts,
  )
}
