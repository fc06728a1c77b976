import type { Database } from '../db/database.ts'
import { foldedForSearch } from '../text/typography.ts'
import { claimView, PLACEMENT_FOR_VIEW, type ClaimView } from './claim-view.ts'

export interface ClaimFilter {
  /** A status, or `stale`, `unsettled`, `differs`; `set-aside`: those that are none of the claims to settle, and no others. */
  readonly status?: string | undefined
  readonly level?: string | undefined
  /** Words that the claim contains, whatever their case, accents and quote marks. */
  readonly q?: string | undefined
  /** Only claims that lean on a note that is missing. */
  readonly missingNotes?: boolean
}

export const claimOrders = ['position', 'number', 'status', 'confidence', 'checkworthy'] as const
export type ClaimOrder = (typeof claimOrders)[number]

export interface ClaimPage {
  readonly items: readonly ClaimView[]
  /** The id of the claim that the next page starts after, null at the end. */
  readonly next: string | null
}

export interface ClaimSlice {
  readonly limit: number
  /** Id of the last claim already seen, or how many to pass over. */
  readonly after?: string | undefined
  readonly skip?: number
  readonly order?: ClaimOrder
}

/** The claims of a draft, in order of position with orphans last unless asked otherwise, a page at a time. */
export async function listClaims(
  db: Database,
  draftId: string,
  filter: ClaimFilter,
  page: ClaimSlice,
): Promise<ClaimPage> {
  const rows = await db.placement.findMany({
    where: whereOf(draftId, filter),
    orderBy: [...ORDERS[page.order ?? 'position'], BY_POSITION, { claimId: 'asc' }],
    take: page.limit + 1,
    ...(page.after === undefined
      ? { skip: page.skip ?? 0 }
      : { cursor: { claimId_draftId: { claimId: page.after, draftId } }, skip: 1 }),
    include: PLACEMENT_FOR_VIEW,
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map((row) => claimView(row)),
    next: rows.length > page.limit ? (shown.at(-1)?.claimId ?? null) : null,
  }
}

/** How many claims of a draft a filter lets through. */
export const countClaims = (db: Database, draftId: string, filter: ClaimFilter): Promise<number> =>
  db.placement.count({ where: whereOf(draftId, filter) })

const BY_POSITION = { start: { sort: 'asc', nulls: 'last' } } as const

/** What comes first is what needs most attention: doubtful before flat, worth checking before the rest. */
const ORDERS = {
  position: [],
  number: [{ claim: { number: 'asc' } }],
  status: [{ claim: { status: 'asc' } }],
  confidence: [{ score: 'asc' }],
  checkworthy: [{ checkworthy: 'desc' }],
} as const

const whereOf = (draftId: string, filter: ClaimFilter) => ({
  draftId,
  ...wherePlacement(filter),
  claim: whereClaim(filter),
})

function wherePlacement({ level, q, missingNotes }: ClaimFilter) {
  const words = foldedForSearch(q ?? '')
  return {
    ...(level === undefined ? {} : { level }),
    ...(words === '' ? {} : { folded: { contains: words } }),
    ...(missingNotes === true ? { notes: { some: { noteId: null } } } : {}),
  }
}

function whereClaim({ status }: ClaimFilter) {
  if (status === 'set-aside') return { setAside: { not: null } }
  return { setAside: null, ...whereStatus(status) }
}

function whereStatus(status: string | undefined) {
  if (status === undefined) return {}
  if (status === 'stale') return { stale: true }
  if (status === 'differs') return { differs: true }
  return status === 'unsettled' ? { settled: false } : { status }
}
