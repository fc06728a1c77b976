import type { RuledClaim } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'

/** Who closes re-checks, and when. */
interface Closing {
  readonly by: string
  readonly at: Date
}

/** Closes every open re-check of a claim, in the transaction that rules on it. @returns how many were closed */
export async function closeRechecks(
  tx: Transaction,
  claim: Pick<RuledClaim, 'id' | 'rechecks'>,
  { by, at }: Closing,
): Promise<number> {
  if (claim.rechecks === 0) return 0
  return tx.$executeRaw`
    UPDATE "Recheck" SET "closedAt" = ${at}, "closedById" = ${by} WHERE "claimId" = ${claim.id} AND "closedAt" IS NULL`
}

/**
 * Opens again what a verdict closed, in the transaction that takes it back: not what is about a fall that was itself taken back.
 * @returns how many are open again
 */
export const reopenRechecks = (
  tx: Transaction,
  claim: Pick<RuledClaim, 'id'>,
  { by, at }: Closing,
): Promise<number> =>
  tx.$executeRaw`
    UPDATE "Recheck" SET "closedAt" = NULL, "closedById" = NULL
    WHERE "claimId" = ${claim.id} AND "closedById" = ${by} AND "closedAt" = ${at}
      AND NOT EXISTS (SELECT 1 FROM "SourceFall" w WHERE w."withdraws" = "Recheck"."fallId")`
