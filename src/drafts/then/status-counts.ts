import { statuses, type Status } from '../../claims/vocabulary.ts'
import type { ReplayedClaim, Turn } from '../../history/replay.ts'

/** How many claims to settle there were of each status. `stale`: how many of these were reworded since they were checked. */
export type StatusCounts = Readonly<
  Record<Status, { readonly all: number; readonly stale: number }> & { total: number; settled: number }
>

/** The counts of a report's claims while its events are followed, so that nobody counts thousands of claims for each day anew. */
export class StatusTally {
  readonly #all = new Map<Status, number>()
  readonly #stale = new Map<Status, number>()
  #total = 0
  #settled = 0

  turn({ before, after }: Turn): void {
    if (before !== null) this.#count(before, -1)
    this.#count(after, 1)
  }

  counts(): StatusCounts {
    const of = (status: Status) => ({
      all: this.#all.get(status) ?? 0,
      stale: this.#stale.get(status) ?? 0,
    })
    const counted = Object.fromEntries(statuses.map((status) => [status, of(status)] as const))
    return {
      ...(counted as Record<Status, ReturnType<typeof of>>),
      total: this.#total,
      settled: this.#settled,
    }
  }

  #count(claim: ReplayedClaim, by: 1 | -1): void {
    if (claim.setAside !== null) return
    const status = claim.status as Status
    this.#total += by
    if (claim.settled) this.#settled += by
    this.#all.set(status, (this.#all.get(status) ?? 0) + by)
    if (claim.stale) this.#stale.set(status, (this.#stale.get(status) ?? 0) + by)
  }
}

export function statusCounts(claims: Iterable<ReplayedClaim>): StatusCounts {
  const tally = new StatusTally()
  for (const after of claims) tally.turn({ before: null, after })
  return tally.counts()
}
