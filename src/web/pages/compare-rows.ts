import type { ComparedClaim, ComparedDrafts } from '../../drafts/compare-drafts.ts'
import type { ComparedPassage, Proposal, Quoted } from '../../reading/compare/comparison.ts'
import type { Span } from '../../text/span.ts'

export type RowState = 'unchanged' | 'moved' | 'moved away' | 'edited' | 'deleted' | 'added'

/** One passage between two drafts: as it was, as it is, and the claims that stand, or stood, on it. */
export interface ComparedRow {
  readonly state: RowState
  readonly old: Quoted | null
  readonly new: Quoted | null
  readonly changes: ComparedPassage['changes']
  readonly proposals: readonly Proposal[]
  readonly claims: readonly ComparedClaim[]
}

type Placed = Omit<ComparedRow, 'claims'>

/**
 * The passages of two drafts in the order of the later one; what was lost stands behind the passage that it followed. A moved one
 * stands twice: where it was, and where it is. A claim stands on the first row that it touches.
 */
export function comparedRows({
  comparison,
  claims,
}: Pick<ComparedDrafts, 'comparison' | 'claims'>): ComparedRow[] {
  const rows = inOrder(comparison.passages, comparison.added)
  const [here, gone] = [
    new ClaimsByPlace(claims, (claim) => claim.new),
    new ClaimsByPlace(
      claims.filter((claim) => claim.new === null),
      (claim) => claim.old,
    ),
  ]
  return rows.map((row) => ({
    ...row,
    claims:
      row.new !== null && row.state !== 'moved away'
        ? here.take(row.new)
        : row.old !== null && row.state === 'deleted'
          ? gone.take(row.old)
          : [],
  }))
}

function inOrder(passages: readonly ComparedPassage[], added: readonly Quoted[]): Placed[] {
  const behind = new Map<ComparedPassage | null, Placed[]>([[null, []]])
  let last: ComparedPassage | null = null
  for (const passage of passages) {
    if (passage.status === 'unchanged' || passage.status === 'edited') {
      last = passage
      behind.set(passage, [])
    } else behind.get(last)?.push(lostRow(passage))
  }
  const stand = [
    ...passages.flatMap((passage) => (passage.new === null ? [] : [{ at: passage.new.start, passage }])),
    ...added.map((quoted) => ({ at: quoted.start, quoted })),
  ].toSorted((a, b) => a.at - b.at)
  return [
    ...(behind.get(null) ?? []),
    ...stand.flatMap((one) =>
      'quoted' in one
        ? [addedRow(one.quoted)]
        : [standingRow(one.passage), ...(behind.get(one.passage) ?? [])],
    ),
  ]
}

const lostRow = ({ old, new: next, changes, proposals = [], status }: ComparedPassage): Placed => ({
  state: status === 'moved' ? 'moved away' : 'deleted',
  old,
  new: next,
  changes,
  proposals,
})

const standingRow = ({ old, new: next, changes, status }: ComparedPassage): Placed => ({
  state: status,
  old,
  new: next,
  changes,
  proposals: [],
})

const addedRow = (quoted: Quoted): Placed => ({
  state: 'added',
  old: null,
  new: quoted,
  changes: [],
  proposals: [],
})

/** Claims by the places where they begin; each is given out once. */
class ClaimsByPlace {
  private readonly sorted: { readonly claim: ComparedClaim; readonly span: Span }[]
  private readonly taken = new Set<string>()

  constructor(claims: readonly ComparedClaim[], placeOf: (claim: ComparedClaim) => Span | null) {
    this.sorted = claims
      .flatMap((claim) => {
        const span = placeOf(claim)
        return span === null ? [] : [{ claim, span }]
      })
      .toSorted((a, b) => a.span.start - b.span.start)
  }

  take({ start, end }: Span): ComparedClaim[] {
    const found: ComparedClaim[] = []
    for (let at = this.firstEndingAfter(start); at < this.sorted.length; at++) {
      const one = this.sorted[at]
      if (one === undefined || one.span.start >= end) break
      if (one.span.end <= start || this.taken.has(one.claim.id)) continue
      this.taken.add(one.claim.id)
      found.push(one.claim)
    }
    return found
  }

  /** Claims do not overlap, so that their ends ascend with their beginnings. */
  private firstEndingAfter(start: number): number {
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle]?.span.end ?? Infinity) <= start) low = middle + 1
      else high = middle
    }
    return low
  }
}
