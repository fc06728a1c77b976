import type { Status } from '../../claims/vocabulary.ts'
import type { ReplayedClaim } from '../../history/replay.ts'

/** How many claims to settle there were of each status. `stale`: how many of these were reworded since they were checked. */
export type StatusCounts = Readonly<
  Record<Status, { readonly all: number; readonly stale: number }> & { total: number; settled: number }
>

export function statusCounts(claims: Iterable<ReplayedClaim>): StatusCounts {
  const none = () => ({ all: 0, stale: 0 })
  const counts = {
    ...{ substantiated: none(), unsubstantiated: none(), disputed: none(), unreviewed: none() },
    ...{ total: 0, settled: 0 },
  }
  for (const { status, stale, settled, setAside } of claims) {
    if (setAside !== null) continue
    counts.total++
    if (settled) counts.settled++
    const count = counts[status as Status]
    count.all++
    if (stale) count.stale++
  }
  return counts
}
