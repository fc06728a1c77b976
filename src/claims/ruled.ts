/**
 * One row of the verdicts on a claim. A row with `withdraws` takes back the verdict it names. One with `fixId` was given on
 * proposed words: its `wordingKey` is of the claim with them in it.
 */
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
  readonly fixId: string | null
  readonly at: Date
}

export interface GivenOutcome {
  readonly outcome: string
  readonly at: Date
}

/** What a third person decided where checkers differed. `about`: ids of the verdicts that differed. */
export interface GivenDifference {
  readonly verdict: string
  readonly wordingKey: string
  readonly about: readonly string[]
  readonly at: Date
}

/** An objection that is open. */
export interface GivenObjection {
  readonly at: Date
}
