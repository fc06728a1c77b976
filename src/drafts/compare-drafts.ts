import { asShown, type Hidden } from '../claims/hidden.ts'
import type { Outcome, PlacementState, Status } from '../claims/vocabulary.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import type { Comparison } from '../reading/compare/comparison.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { ReportPolicy } from '../review/report-policy.ts'
import { draftRead, type ComparableDraft } from './draft-read.ts'
import type { RecentComparisons } from './recent-comparisons.ts'

/** A claim between two drafts, as it stands for the reader today. Places: null where it stands nowhere, or did not exist. */
export interface ComparedClaim {
  readonly id: string
  readonly number: number
  readonly status: Status
  readonly stale: boolean
  readonly differs: boolean
  readonly settled: boolean
  readonly outcome: Outcome | null
  /** In the later draft. */
  readonly state: PlacementState
  readonly quote: string
  readonly old: { readonly start: number; readonly end: number } | null
  readonly new: { readonly start: number; readonly end: number } | null
}

/** What became of a fix in the drafts after the one it was asked on. */
export interface FixBecame {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly state: 'in' | 'missed' | 'changed otherwise'
  readonly original: string
  readonly proposed: string
}

export interface ComparedDrafts {
  readonly old: ComparableDraft
  readonly new: ComparableDraft
  /** The later one is at work. */
  readonly isPresent: boolean
  readonly language: string
  readonly comparison: Comparison
  readonly claims: readonly ComparedClaim[]
  readonly fixes: readonly FixBecame[]
}

export interface DraftsToCompare {
  readonly report: { readonly id: string; readonly policy: ReportPolicy }
  readonly readerId: string
  /** Numbers of the two drafts; the earlier one first. */
  readonly old: number
  readonly new: number
}

/**
 * Two drafts of a report side by side, with the claims between them. Whoever asks may read the report.
 * @throws NotFound there is no such draft, or its text was destroyed
 */
export async function compareDrafts(
  db: Database,
  { report, readerId, old, new: next }: DraftsToCompare,
  recent: RecentComparisons,
): Promise<ComparedDrafts> {
  const [before, after] = [await draftNumbered(db, report.id, old), await draftNumbered(db, report.id, next)]
  const hidden = await loadHidden(db, report, readerId)
  return {
    old: before,
    new: after,
    isPresent: after.isPresent,
    language: after.language,
    comparison: recent.between(before, after),
    claims: await claimsBetween(db, before.id, after.id, hidden),
    fixes: await fixesBetween(db, { reportId: report.id, old, new: next }, hidden),
  }
}

async function draftNumbered(db: Database, reportId: string, number: number): Promise<ComparableDraft> {
  const draft = await db.draft.findUnique({
    where: { reportId_number: { reportId, number } },
    select: { id: true },
  })
  if (draft === null) throw new NotFound('There is no such draft.')
  return draftRead(db, draft.id)
}

interface Row extends Omit<ComparedClaim, 'old' | 'new'> {
  readonly oldStart: number | null
  readonly oldEnd: number | null
  readonly start: number | null
  readonly end: number | null
}

/** The claims to settle that stand, or stood, in the later draft. */
async function claimsBetween(
  db: Database,
  oldId: string,
  newId: string,
  hidden: Hidden,
): Promise<ComparedClaim[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id", c."number", c."status", c."stale", c."differs", c."settled", c."outcome", p."state", p."quote",
           p."start", p."end", o."start" AS "oldStart", o."end" AS "oldEnd"
    FROM "Placement" p
    JOIN "Claim" c ON c."id" = p."claimId"
    LEFT JOIN "Placement" o ON o."claimId" = p."claimId" AND o."draftId" = ${oldId}
    WHERE p."draftId" = ${newId} AND c."setAside" IS NULL AND p."lost" IS NULL
    ORDER BY p."start", c."number"`
  return rows.map(({ start, end, oldStart, oldEnd, ...claim }) => ({
    ...asShown(claim, hidden),
    old: spanOf(oldStart, oldEnd),
    new: spanOf(start, end),
  }))
}

const spanOf = (start: number | null, end: number | null) =>
  start === null || end === null ? null : { start, end }

async function fixesBetween(
  db: Database,
  drafts: { readonly reportId: string; readonly old: number; readonly new: number },
  hidden: Hidden,
): Promise<FixBecame[]> {
  const fixes = await db.fix.findMany({
    where: {
      state: { in: ['in', 'missed', 'changed otherwise'] },
      placement: {
        draft: { reportId: drafts.reportId, number: { gte: drafts.old, lt: drafts.new } },
      },
    },
    orderBy: { start: 'asc' },
    select: {
      ...{ id: true, claimId: true, state: true, original: true, proposed: true },
      claim: { select: { number: true } },
    },
  })
  return fixes
    .filter(({ claimId }) => !hidden.ruled.has(claimId))
    .map(({ claim, state, ...fix }) => ({
      ...fix,
      number: claim.number,
      state: state as FixBecame['state'],
    }))
}
