/** One row of the verdicts on a claim. A row with `withdraws` takes back the verdict it names. */
export interface GivenVerdict {
  readonly id: string
  readonly checkerId: string
  readonly verdict: string
  readonly wordingKey: string
  readonly withdraws: string | null
  readonly placementId: string
  readonly tests: string
  readonly confidence: string | null
  readonly outcome: string | null
  readonly at: Date
}

export interface GivenOutcome {
  readonly outcome: string
  readonly at: Date
}
