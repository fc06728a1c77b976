import type { Database } from '../db/database.ts'
import { foldedForSearch } from '../text/typography.ts'
import { claimShown, claimView, PLACEMENT_FOR_VIEW, type ClaimView } from './claim-view.ts'
import type { Hidden } from './hidden.ts'

export interface ClaimFilter {
  /**
   * A status, or `stale`, `unsettled`, `differs`, `needs-second` (one person ruled, and a second is asked for), `objections` (some
   * are open), `recheck` (to be checked again); `set-aside`: those that are none of the claims to settle, and no others.
   */
  readonly status?: string | undefined
  readonly level?: string | undefined
  /** Words that the claim contains, whatever their case, accents and quote marks. */
  readonly q?: string | undefined
  /** Only claims that lean on a note that is missing. */
  readonly missingNotes?: boolean
  readonly risk?: string | undefined
  /** The name of a group. */
  readonly group?: string | undefined
  /** What the reader is not shown. */
  readonly hidden?: Hidden | undefined
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
    orderBy: [...orderOf(page.order ?? 'position', filter), BY_POSITION, { claimId: 'asc' }],
    take: page.limit + 1,
    ...(page.after === undefined
      ? { skip: page.skip ?? 0 }
      : { cursor: { claimId_draftId: { claimId: page.after, draftId } }, skip: 1 }),
    include: PLACEMENT_FOR_VIEW,
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map((row) => claimShown(claimView(row), filter.hidden)),
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

function whereClaim({ status, risk, group, hidden }: ClaimFilter) {
  const one = {
    ...(risk === undefined ? {} : { risk }),
    ...(group === undefined ? {} : { groupName: group }),
  }
  if (status === 'set-aside') return { ...one, setAside: { not: null } }
  return { ...one, setAside: null, ...whereShown(status, [...(hidden?.ruled.keys() ?? [])]) }
}

/** Claims whose first check is hidden from the reader are to check: `aside` are their ids. */
function whereShown(status: string | undefined, aside: readonly string[]) {
  if (aside.length === 0 || status === undefined) return whereStatus(status)
  if (status === 'unreviewed') return { OR: [whereStatus(status), { id: { in: [...aside] } }] }
  const asItIs = ['unsettled', 'needs-second', 'objections', 'recheck'].includes(status)
  return asItIs ? whereStatus(status) : { ...whereStatus(status), id: { notIn: [...aside] } }
}

function whereStatus(status: string | undefined) {
  if (status === undefined) return {}
  if (status === 'stale') return { stale: true }
  if (status === 'differs') return { differs: true }
  if (status === 'needs-second') return { needsSecond: true, checkers: 1 }
  if (status === 'objections') return { objections: { gt: 0 } }
  if (status === 'recheck') return { rechecks: { gt: 0 } }
  return status === 'unsettled' ? { settled: false } : { status }
}

/** The order of statuses would tell what is hidden; the place in the text does not. */
const orderOf = (order: ClaimOrder, { hidden }: ClaimFilter) =>
  order === 'status' && (hidden?.ruled.size ?? 0) > 0 ? ORDERS.position : ORDERS[order]
