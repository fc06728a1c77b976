import { nothingHidden, type Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { replayUntil } from '../../history/load-replay.ts'
import type { Replay, ReplayedClaim } from '../../history/replay.ts'
import { payloadShown } from '../../review/hidden-events.ts'
import type { ClaimCounts, ReportView } from '../report-view.ts'

/** A report as it stood at an instant: the draft at work, and every claim there was. */
export interface ReportThen {
  readonly at: Date
  readonly draft: { readonly id: string; readonly number: number; readonly importedAt: Date }
  readonly claims: Replay['claims']
  /** Of the claims to settle then. */
  readonly counts: ClaimCounts
  /** People changed since how its draft was read, or what its claims are: places and words are those of today. */
  readonly readingChanged: boolean
}

/** Kinds of events after which a draft's claims stand on other words than before. */
const CHANGES_OF_READING = [
  'reading.corrected',
  'reading.correction-withdrawn',
  'claim.split',
  'claim.merged',
  'claim.relinked',
  'claim.attached',
  'claim.detached',
  'claim.edit-withdrawn',
]

/** How a report stood at an instant, as a reader is shown it; null where there was none yet. */
export async function reportThen(
  db: Database,
  reportId: string,
  at: Date,
  hidden: Hidden = nothingHidden(''),
): Promise<ReportThen | null> {
  const { claims, draft: number } = await replayUntil(db, reportId, {
    until: at,
    shown: (payload) => payloadShown(payload, hidden),
  })
  if (number === 0) return null
  const [draft, next] = await Promise.all([
    db.draft.findUnique({
      where: { reportId_number: { reportId, number } },
      select: { id: true, number: true, importedAt: true },
    }),
    db.draft.findUnique({
      where: { reportId_number: { reportId, number: number + 1 } },
      select: { importedAt: true },
    }),
  ])
  if (draft === null) return null
  const since = { gt: at.toISOString(), ...(next === null ? {} : { lte: next.importedAt.toISOString() }) }
  const changes = await db.event.count({
    where: { chain: reportId, at: since, kind: { in: CHANGES_OF_READING } },
  })
  return { at, draft, claims, counts: countClaims(claims.values()), readingChanged: changes > 0 }
}

/** How many of these claims stand where; those that are set aside are none of them. */
export function countClaims(claims: Iterable<ReplayedClaim>): ClaimCounts {
  const counts = {
    total: 0,
    substantiated: 0,
    unsubstantiated: 0,
    disputed: 0,
    unreviewed: 0,
    stale: 0,
    settled: 0,
  }
  for (const { status, stale, settled, setAside } of claims) {
    if (setAside !== null) continue
    counts.total++
    counts[status as 'unreviewed']++
    if (stale) counts.stale++
    if (settled) counts.settled++
  }
  return counts
}

/** A report's view with its draft and its counts of then. */
export const reportViewThen = (report: ReportView, then: ReportThen): ReportView => ({
  ...report,
  draft: then.draft,
  counts: then.counts,
})
