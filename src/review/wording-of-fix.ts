import type { RuledClaim } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { isWaiting, stateInWords } from './fix.ts'

/**
 * The key of a claim's wording with a fix in it.
 * @throws NotFound the claim has no such fix · Conflict nobody waits for its words any more
 */
export async function wordingOfFix(tx: Transaction, claim: RuledClaim, fixId: string): Promise<string> {
  const fix = await tx.fix.findUnique({
    where: { id: fixId },
    select: { claimId: true, placementId: true, wordingKey: true, state: true },
  })
  if (fix?.claimId !== claim.id) throw new NotFound(`Claim ${claim.number} has no such fix.`)
  if (!isWaiting(fix.state) || fix.placementId !== claim.placementId)
    throw new Conflict(
      `This fix of claim ${claim.number} ${stateInWords(fix.state)}: rule on the words as they stand. Nothing was recorded.`,
    )
  return fix.wordingKey
}
