import type { RuledClaim } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'
import { notify } from './notify.ts'
import type { Settlement } from './settlement.ts'
import { assigneesOf, checkersOf } from './whom-to-tell.ts'

/**
 * Tells whoever is concerned what a verdict asks of them: those who ruled before that checkers differ now, and those whom the
 * claim is assigned to that a second check is wanted.
 */
export async function tellCheckers(
  tx: Transaction,
  claim: RuledClaim,
  settlement: Settlement,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { id: claimId, reportId } = claim
  if (settlement.differs && !settlement.stale)
    await notify(tx, {
      kind: 'checkers differ',
      reportId,
      claimId,
      to: await checkersOf(tx, claimId),
      by,
      at,
    })
  else if (claim.needsSecond && settlement.checkers === 1)
    await notify(tx, {
      kind: 'second check wanted',
      reportId,
      claimId,
      to: await assigneesOf(tx, claimId),
      by,
      at,
    })
}
