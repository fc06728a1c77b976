import { canonicalJson, sha256 } from '../../history/canonical.ts'

/** How a claim leans on a source. */
export const leaningWays = ['note', 'evidence', 'tick', 'contact', 'published'] as const
export type LeaningWay = (typeof leaningWays)[number]

/** A claim that leans on a source. */
export interface ImpactClaim {
  readonly id: string
  readonly number: number
  readonly quote: string
  readonly status: string
  readonly stale: boolean
  readonly settled: boolean
  readonly ways: readonly LeaningWay[]
  /** What people judged that the source says of it, the newest of each. */
  readonly evidence: readonly { readonly judgement: string; readonly by: string }[]
  /** The verdicts that nobody took back, the newest of each checker. */
  readonly verdicts: readonly { readonly verdict: string; readonly by: string }[]
}

/** A report as far as it leans on a source. */
export interface ImpactReport {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly closed: boolean
  /** Numbers of the drafts whose notes name the source. */
  readonly drafts: readonly number[]
  readonly published: readonly PublishedImpact[]
  /** In order of their numbers. */
  readonly claims: readonly ImpactClaim[]
}

/** A publication that has not been withdrawn. */
export interface PublishedImpact {
  readonly id: string
  readonly draft: number
  readonly at: Date
  readonly publicPage: boolean
}

/** What a fall of a source touches. */
export interface Impact {
  readonly reports: readonly ImpactReport[]
  readonly counts: {
    readonly reports: number
    readonly claims: number
    readonly published: number
    readonly evidence: number
    readonly verdicts: number
  }
  /** Stands for this list: whoever confirms a fall says which they saw. */
  readonly seen: string
}

export const impactOf = (reports: readonly ImpactReport[]): Impact => ({
  reports,
  counts: {
    reports: reports.length,
    claims: total(reports, ({ claims }) => claims.length),
    published: total(reports, ({ published }) => published.length),
    evidence: total(reports, ({ claims }) => total(claims, ({ evidence }) => evidence.length)),
    verdicts: total(reports, ({ claims }) => total(claims, ({ verdicts }) => verdicts.length)),
  },
  seen: seenHash(reports),
})

/** SHA-256 of what is touched, whatever is said of it: another claim, draft or publication makes another. */
const seenHash = (reports: readonly ImpactReport[]): string =>
  sha256(
    canonicalJson(
      reports
        .map(({ id, drafts, published, claims }) => [
          id,
          [...drafts],
          published.map((one) => one.id).toSorted(),
          claims.map((claim) => claim.id).toSorted(),
        ])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ),
  )

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0)
