import type { Database } from '../db/database.ts'
import { foldedForSearch } from '../text/typography.ts'
import { claimView, PLACEMENT_FOR_VIEW, type ClaimView } from './claim-view.ts'

export interface ClaimFilter {
  /** A status, or `stale`, `unsettled`, `differs`. */
  readonly status?: string | undefined
  readonly level?: string | undefined
  /** Words that the claim contains, whatever their case, accents and quote marks. */
  readonly q?: string | undefined
  /** Only claims that lean on a note that is missing. */
  readonly missingNotes?: boolean
}

export interface ClaimPage {
  readonly items: readonly ClaimView[]
  /** The id of the claim that the next page starts after, null at the end. */
  readonly next: string | null
}

/**
 * The claims of a draft in order of position, orphans last, a page at a time.
 * @param after id of the last claim already seen
 */
export async function listClaims(
  db: Database,
  draftId: string,
  filter: ClaimFilter,
  page: { limit: number; after?: string | undefined },
): Promise<ClaimPage> {
  const rows = await db.placement.findMany({
    where: { draftId, ...wherePlacement(filter), claim: whereClaim(filter) },
    orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { claimId: 'asc' }],
    take: page.limit + 1,
    ...(page.after === undefined
      ? {}
      : { cursor: { claimId_draftId: { claimId: page.after, draftId } }, skip: 1 }),
    include: PLACEMENT_FOR_VIEW,
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map((row) => claimView(row)),
    next: rows.length > page.limit ? (shown.at(-1)?.claimId ?? null) : null,
  }
}

function wherePlacement({ level, q, missingNotes }: ClaimFilter) {
  const words = foldedForSearch(q ?? '')
  return {
    ...(level === undefined ? {} : { level }),
    ...(words === '' ? {} : { folded: { contains: words } }),
    ...(missingNotes === true ? { notes: { some: { noteId: null } } } : {}),
  }
}

function whereClaim({ status }: ClaimFilter) {
  if (status === undefined) return {}
  if (status === 'stale') return { stale: true }
  if (status === 'differs') return { differs: true }
  if (status === 'unsettled') return { settled: false }
  return { status }
}
