import type { RuledClaim } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict } from '../errors.ts'
import { readingState } from './reading-state.ts'
import { storedPolicy } from './report-policy.ts'

/** @throws Conflict the report wants its reading confirmed first, and nobody has */
export async function assertReadingConfirmed(tx: Transaction, claim: RuledClaim): Promise<void> {
  if (!storedPolicy(claim.policy).requireConfirmedReading) return
  const { confirmed } = await readingState(tx, claim.draftId)
  if (!confirmed)
    throw new Conflict(
      'This report wants its reading confirmed before anybody rules, and nobody has confirmed it as it stands. Nothing was recorded.',
    )
}

/** @throws Conflict the claim is none of the claims to settle */
export function assertToSettle({ number, setAside }: RuledClaim): void {
  if (setAside !== null)
    throw new Conflict(
      `Claim ${number} is set aside (${setAside}): make it a claim to settle again, then rule. Nothing was recorded.`,
    )
}
