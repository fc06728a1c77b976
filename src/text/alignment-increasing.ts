/** A possible link between an old and a new piece. `weight` above 0: what it is worth to keep it. */
export interface Weighed {
  readonly old: number
  readonly new: number
  readonly weight: number
}

/**
 * Of possible links the set of greatest weight that keeps the order: both indexes rise from link to link. Deterministic: of
 * equals the one found first, by old and then by new index. O(n log n).
 */
export function heaviestIncreasing<Link extends Weighed>(links: readonly Link[]): Link[] {
  if (links.length < 2) return [...links]
  const sorted = [...links].sort((a, b) => a.old - b.old || a.new - b.new)
  const ranks = ranksOf(sorted)
  const best = new HeaviestBefore(ranks.size)
  const previous: (number | null)[] = []
  const totals: number[] = []
  let settled = 0
  sorted.forEach((link) => {
    for (; sorted[settled] && (sorted[settled]?.old ?? 0) < link.old; settled++)
      best.add(ranks.get(sorted[settled]?.new ?? 0) ?? 0, totals[settled] ?? 0, settled)
    const before = best.below(ranks.get(link.new) ?? 0)
    previous.push(before)
    totals.push(link.weight + (before === null ? 0 : (totals[before] ?? 0)))
  })
  return chain(sorted, previous, totals)
}

function ranksOf(links: readonly Weighed[]): ReadonlyMap<number, number> {
  const places = [...new Set(links.map((link) => link.new))].sort((a, b) => a - b)
  return new Map(places.map((place, rank) => [place, rank]))
}

function chain<Link>(
  links: readonly Link[],
  previous: readonly (number | null)[],
  totals: readonly number[],
): Link[] {
  let last: number | null = 0
  totals.forEach((total, index) => {
    if (total > (totals[last ?? 0] ?? 0)) last = index
  })
  const kept: Link[] = []
  while (last !== null) {
    const link: Link | undefined = links[last]
    if (link === undefined) break
    kept.push(link)
    last = previous[last] ?? null
  }
  return kept.reverse()
}

/** The heaviest chain that ends below a rank: a Fenwick tree of maxima. */
class HeaviestBefore {
  private readonly totals: Float64Array
  private readonly holders: Int32Array

  constructor(private readonly size: number) {
    this.totals = new Float64Array(size + 1)
    this.holders = new Int32Array(size + 1).fill(-1)
  }

  add(rank: number, total: number, holder: number): void {
    for (let at = rank + 1; at <= this.size; at += at & -at) {
      if (total <= (this.totals[at] ?? 0)) continue
      this.totals[at] = total
      this.holders[at] = holder
    }
  }

  below(rank: number): number | null {
    let total = 0
    let holder = -1
    for (let at = rank; at > 0; at -= at & -at) {
      if ((this.totals[at] ?? 0) <= total) continue
      total = this.totals[at] ?? 0
      holder = this.holders[at] ?? -1
    }
    return holder < 0 ? null : holder
  }
}
