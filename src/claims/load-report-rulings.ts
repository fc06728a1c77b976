import type { Database, Transaction } from '../db/database.ts'
import { groupBy } from '../text/group-by.ts'
import { givenDifference, type ClaimRulings, type StoredDifference } from './load-rulings.ts'
import type { GivenObjection, GivenOutcome, GivenVerdict } from './ruled.ts'

/** A claim of a report's present draft with everything that its settlement follows from. */
export interface ClaimToSettle extends ClaimRulings {
  readonly id: string
  readonly reportId: string
  readonly number: number
  readonly risk: string
  readonly needsSecond: boolean
  readonly settled: boolean
  /** How many re-checks are open. */
  readonly rechecks: number
  readonly wordingKey: string
  /** In the present draft, null where it stands nowhere. */
  readonly start: number | null
}

type Of<T> = T & { readonly claimId: string }

/** All claims of a report with what was ruled on them: five queries, however many there are. */
export async function loadReportRulings(
  db: Database | Transaction,
  reportId: string,
): Promise<ClaimToSettle[]> {
  const claims = await db.$queryRaw<Omit<ClaimToSettle, keyof ClaimRulings>[]>`
    SELECT c."id", c."reportId", c."number", c."risk", c."needsSecond", c."settled", c."rechecks", p."start", p."wordingKey"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE c."reportId" = ${reportId}`
  const verdicts = byClaim(
    await db.$queryRaw<Of<GivenVerdict>[]>`
      SELECT v."claimId", v."id", v."checkerId", v."verdict", v."wordingKey", v."withdraws", v."placementId", v."tests",
             v."confidence", v."outcome", v."fixId", v."at"
      FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId"
      WHERE c."reportId" = ${reportId} ORDER BY v."seenVersion"`,
  )
  const outcomes = byClaim(
    await db.$queryRaw<Of<GivenOutcome>[]>`
      SELECT o."claimId", CASE WHEN f."state" = 'in' THEN 'fixed' ELSE o."outcome" END AS "outcome", o."at"
      FROM "OutcomeDecision" o
      JOIN "Claim" c ON c."id" = o."claimId"
      LEFT JOIN "Fix" f ON f."id" = o."id"
      LEFT JOIN "Query" q ON q."id" = o."id"
      LEFT JOIN "OutcomeDecision" w ON w."withdraws" = o."id"
      WHERE c."reportId" = ${reportId} AND COALESCE(o."withdraws", '') = '' AND w."id" IS NULL
        AND (f."id" IS NULL OR f."state" <> 'withdrawn') AND (q."id" IS NULL OR q."state" <> 'closed')
      ORDER BY o."at"`,
  )
  const differences = byClaim(
    await db.$queryRaw<Of<StoredDifference>[]>`
      SELECT d."claimId", d."verdict", d."wordingKey", d."about", d."at"
      FROM "DifferenceDecision" d JOIN "Claim" c ON c."id" = d."claimId"
      WHERE c."reportId" = ${reportId} ORDER BY d."at"`,
  )
  const objections = byClaim(
    await db.$queryRaw<Of<GivenObjection>[]>`
      SELECT o."claimId", o."at" FROM "Objection" o JOIN "Claim" c ON c."id" = o."claimId"
      WHERE c."reportId" = ${reportId} AND o."closedAt" IS NULL ORDER BY o."at"`,
  )
  return claims.map((claim) => ({
    ...claim,
    verdicts: verdicts.get(claim.id) ?? [],
    outcomes: outcomes.get(claim.id) ?? [],
    differences: (differences.get(claim.id) ?? []).map(givenDifference),
    objections: objections.get(claim.id) ?? [],
  }))
}

const byClaim = <T extends { readonly claimId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> =>
  groupBy(rows, ({ claimId }) => claimId)
