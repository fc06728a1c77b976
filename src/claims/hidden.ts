/**
 * What one reader is not shown of a report: the file of whoever ruled first, where they may be the second and the report hides it
 * until they have ruled. `claims`: ids of all such claims; `ruled`: of those that somebody has ruled on, with their numbers.
 */
export interface Hidden {
  readonly readerId: string
  readonly claims: ReadonlySet<string>
  readonly ruled: ReadonlyMap<string, number>
}

export const nothingHidden = (readerId: string): Hidden => ({
  readerId,
  claims: new Set(),
  ruled: new Map(),
})

interface Standing {
  readonly id: string
  readonly status: string
  readonly stale: boolean
  readonly differs: boolean
  readonly settled: boolean
}

/** A claim as it stands for a reader: one whose first check is hidden from them looks like one that is to check. */
export const asShown = <C extends Standing>(claim: C, { ruled }: Hidden): C =>
  ruled.has(claim.id)
    ? { ...claim, status: 'unreviewed', stale: false, differs: false, settled: false }
    : claim

/** The verdicts on a claim that a reader is shown: all, or their own where another's file is hidden. */
export const verdictsShown = <Row>(
  rows: readonly Row[],
  claimId: string,
  hidden: Hidden,
  personOf: (row: Row) => string,
): Row[] => rows.filter((row) => !hidden.claims.has(claimId) || personOf(row) === hidden.readerId)

/** The same of the rest of a checker's file, once one has ruled: evidence, outcomes, ticks. */
export const fileShown = <Row>(
  rows: readonly Row[],
  claimId: string,
  hidden: Hidden,
  personOf: (row: Row) => string,
): Row[] => rows.filter((row) => !hidden.ruled.has(claimId) || personOf(row) === hidden.readerId)
