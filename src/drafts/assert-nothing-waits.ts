import type { Transaction } from '../db/database.ts'
import { Conflict } from '../errors.ts'
import type { ClaimHome } from './claim-homes.ts'

/**
 * An edit changes the words of a claim; a fix that waits is for exactly the words as they are.
 * @throws Conflict somebody waits for an answer to a fix, or for its words
 */
export async function assertNoFixWaits(tx: Transaction, homes: readonly ClaimHome[]): Promise<void> {
  const fix = await tx.fix.findFirst({
    where: {
      claimId: { in: homes.map(({ claimId }) => claimId) },
      placementId: { in: homes.map(({ id }) => id) },
      state: { in: ['asked', 'accepted'] },
    },
    select: { claim: { select: { number: true } } },
  })
  if (fix !== null)
    throw new Conflict(
      `A fix of claim ${fix.claim.number} waits for its words: withdraw it first. Nothing was changed.`,
    )
}

/**
 * A claim that is set aside is out of sight: nothing must wait on it there.
 * @throws Conflict an objection or a query to the author is open on it
 */
export async function assertNothingOpen(tx: Transaction, { claimId, number }: ClaimHome): Promise<void> {
  const [objections, queries] = [
    await tx.objection.count({ where: { claimId, closedAt: null } }),
    await tx.query.count({ where: { claimId, state: 'open' } }),
  ]
  if (objections + queries > 0)
    throw new Conflict(
      `${objections > 0 ? 'An objection' : 'A query to the author'} is open on claim ${number}, which would be set aside: close it first. Nothing was changed.`,
    )
}
