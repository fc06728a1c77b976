import type { Database, Transaction } from '../db/database.ts'
import type { GivenOutcome } from './ruled.ts'

/**
 * What was decided on a claim's words and still counts, oldest first. The decision that came with a fix or a query bears its
 * id, and counts until that one is withdrawn or closed; a fix whose words are in the draft is *fixed*. By COALESCE, because SQLite
 * takes "is null" in a unique column for rare and would go through all decisions of the desk.
 */
export function standingOutcomes(db: Database | Transaction, claimId: string): Promise<GivenOutcome[]> {
  return db.$queryRaw<GivenOutcome[]>`
    SELECT CASE WHEN f."state" = 'in' THEN 'fixed' ELSE o."outcome" END AS "outcome", o."at"
    FROM "OutcomeDecision" o
    LEFT JOIN "Fix" f ON f."id" = o."id"
    LEFT JOIN "Query" q ON q."id" = o."id"
    LEFT JOIN "OutcomeDecision" w ON w."withdraws" = o."id"
    WHERE o."claimId" = ${claimId} AND COALESCE(o."withdraws", '') = '' AND w."id" IS NULL
      AND (f."id" IS NULL OR f."state" <> 'withdrawn') AND (q."id" IS NULL OR q."state" <> 'closed')
    ORDER BY o."at"`
}
