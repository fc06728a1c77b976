import { statuses, type Status } from '../../claims/vocabulary.ts'
import { statusClass, statusWords } from './words.ts'

export interface Progress {
  readonly settled: number
  readonly total: number
  /** The shares in the order in which the bar draws them; empty statuses are left out. `x` and `width`: 0 to 100. */
  readonly shares: readonly ProgressShare[]
  /** "41 of 86 · 9 disputed" */
  readonly words: string
}

export interface ProgressShare {
  readonly className: string
  readonly word: string
  readonly count: number
  readonly x: number
  readonly width: number
}

interface Counted {
  readonly status: Status
  readonly settled: boolean
}

/** How far a report's claims are. */
export function progressOf(claims: readonly Counted[]): Progress {
  const counts = new Map<Status, number>()
  for (const { status } of claims) counts.set(status, (counts.get(status) ?? 0) + 1)
  return progressFrom(counts, claims.filter((claim) => claim.settled).length)
}

/** The same from counts that somebody else made. */
export function progressFrom(counts: ReadonlyMap<Status, number>, settled: number): Progress {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const disputed = counts.get('disputed') ?? 0
  return {
    settled,
    total,
    shares: sharesOf(counts, total),
    words: `${settled} of ${total} settled${disputed === 0 ? '' : ` · ${disputed} disputed`}`,
  }
}

function sharesOf(counts: ReadonlyMap<Status, number>, total: number): ProgressShare[] {
  let x = 0
  return statuses
    .filter((status) => (counts.get(status) ?? 0) > 0)
    .map((status) => {
      const count = counts.get(status) ?? 0
      const width = (100 * count) / total
      const share = {
        className: statusClass[status],
        word: statusWords[status],
        count,
        x: round(x),
        width: round(width),
      }
      x += width
      return share
    })
}

const round = (share: number): number => Math.round(share * 100) / 100
