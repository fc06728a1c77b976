import type { RuledClaim } from '../claims/load-claim.ts'
import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict } from '../errors.ts'
import type { Settlement } from './settlement.ts'

/**
 * Writes what follows from the verdicts onto the claim and raises its version, only where nobody did so meanwhile.
 * @returns the claim's new version
 * @throws Conflict somebody ruled since the claim was read
 */
export async function settleClaim(
  tx: Transaction,
  claim: Pick<RuledClaim, 'id' | 'number' | 'version'>,
  settlement: Settlement,
): Promise<number> {
  const { status, stale, differs, outcome, assessed, settled, checkers, objections, rechecks } = settlement
  const version = claim.version + 1
  const changed = await tx.$executeRaw`
    UPDATE "Claim" SET "status" = ${status}, "stale" = ${stale}, "differs" = ${differs}, "outcome" = ${outcome},
           "assessed" = ${assessed}, "settled" = ${settled}, "checkers" = ${checkers}, "objections" = ${objections},
           "rechecks" = ${rechecks}, "version" = ${version}
    WHERE "id" = ${claim.id} AND "version" = ${claim.version}`
  if (changed === 0)
    throw new Conflict(`Somebody ruled on claim ${claim.number} at the same moment. Nothing was recorded.`)
  claimsChanged(tx, [claim.id])
  return version
}
