import type { Database, Transaction } from '../db/database.ts'
import type { GivenDifference, GivenObjection, GivenOutcome, GivenVerdict } from './ruled.ts'
import { standingOutcomes } from './standing-outcomes.ts'

/** What was ruled on a claim, as far as its settlement follows from it; each in the order it was given. */
export interface ClaimRulings {
  readonly verdicts: readonly GivenVerdict[]
  readonly outcomes: readonly GivenOutcome[]
  readonly differences: readonly GivenDifference[]
  /** Those that are open. */
  readonly objections: readonly GivenObjection[]
}

/** Raw, because every verdict waits for it. */
export async function loadRulings(db: Database | Transaction, claimId: string): Promise<ClaimRulings> {
  const verdicts = await db.$queryRaw<GivenVerdict[]>`
    SELECT "id", "checkerId", "verdict", "wordingKey", "withdraws", "placementId", "tests", "confidence", "outcome",
           "fixId", "at"
    FROM "Verdict" WHERE "claimId" = ${claimId} ORDER BY "seenVersion"`
  const outcomes = await standingOutcomes(db, claimId)
  const differences = await db.$queryRaw<StoredDifference[]>`
    SELECT "verdict", "wordingKey", "about", "at" FROM "DifferenceDecision" WHERE "claimId" = ${claimId} ORDER BY "at"`
  const objections = await db.$queryRaw<GivenObjection[]>`
    SELECT "at" FROM "Objection" WHERE "claimId" = ${claimId} AND "closedAt" IS NULL ORDER BY "at"`
  return { verdicts, outcomes, differences: differences.map(givenDifference), objections }
}

export type StoredDifference = Omit<GivenDifference, 'about'> & { readonly about: string }

export const givenDifference = ({ about, ...decision }: StoredDifference): GivenDifference => ({
  ...decision,
  about: JSON.parse(about) as string[],
})
