import { claimView, PLACEMENT_FOR_VIEW, type ClaimView } from '../../claims/claim-view.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import type { ReplayedClaim } from '../../history/replay.ts'
import type { ReportThen } from './report-then.ts'

/** Where the words of an orphan stand in its draft, where an edit or a correction took them away. */
interface Lost {
  readonly start: number
  readonly end: number
}

/**
 * The claims that a report had at an instant, as they stood in the draft at work then, in order of their place, orphans last. Which
 * groups they were in is not kept.
 */
export async function claimsThen(
  db: Database,
  { draft, claims }: ReportThen,
  hidden: Hidden,
  claimId?: string,
): Promise<ClaimView[]> {
  const rows = await db.placement.findMany({
    where: { draftId: draft.id, ...(claimId === undefined ? {} : { claimId }) },
    include: PLACEMENT_FOR_VIEW,
  })
  const views = rows.flatMap((row): ClaimView[] => {
    const stood = claims.get(row.claim.number)
    if (stood === undefined) return []
    const claim = { ...row.claim, ...stood, groupName: null }
    const view = claimView({ ...row, ...placeThen(row, stood), claim })
    return [{ ...view, hidden: hidden.ruled.has(view.id) }]
  })
  return views.toSorted(byPlace)
}

/** A claim that lost its words later stood where they are. */
function placeThen(
  row: { readonly start: number | null; readonly end: number | null; readonly lost: string | null },
  { placement }: ReplayedClaim,
) {
  if (placement === 'orphaned') return { state: placement, start: null, end: null }
  const { start, end } = row.start === null && row.lost !== null ? (JSON.parse(row.lost) as Lost) : row
  return { state: placement, start, end }
}

const byPlace = (a: ClaimView, b: ClaimView): number =>
  (a.start ?? Infinity) - (b.start ?? Infinity) || a.number - b.number
