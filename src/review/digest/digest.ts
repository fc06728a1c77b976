/** How a claim can stop standing. */
export const digestKinds = ['stale', 'recheck', 'objection'] as const
export type DigestKind = (typeof digestKinds)[number]

/** A claim that stopped standing. `detail`: why a re-check was asked for; null for the others. */
export interface DigestClaim {
  readonly kind: DigestKind
  readonly claimId: string
  readonly number: number
  readonly detail: string | null
  readonly at: Date
  /** It stands again: ruled on, closed. */
  readonly over: boolean
}

export interface DigestReport {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly closed: boolean
  /** Oldest first; a claim can be there more than once, for different reasons. */
  readonly claims: readonly DigestClaim[]
}

/** A source that fell, or whose link died. `title`: of a protected one, its public descriptor. */
export interface DigestSource {
  readonly id: string
  readonly title: string
  /** retracted, downgraded, lost or link dead. */
  readonly what: string
  readonly at: Date
}

/** What stopped standing in a span of time, as far as one person may know. */
export interface Digest {
  readonly from: Date
  /** Not included. */
  readonly until: Date
  readonly reports: readonly DigestReport[]
  readonly sources: readonly DigestSource[]
}

export const WEEK = 7 * 24 * 3_600_000

export const isEmpty = ({ reports, sources }: Pick<Digest, 'reports' | 'sources'>): boolean =>
  reports.length + sources.length === 0

/** The Monday, six in the morning UTC, that came last at `now`: until then the digest that is sent reaches. */
export function lastDigestTime(now: Date): Date {
  const time = new Date(now)
  time.setUTCHours(6, 0, 0, 0)
  time.setUTCDate(time.getUTCDate() - ((time.getUTCDay() + 6) % 7))
  return time <= now ? time : new Date(time.getTime() - WEEK)
}
