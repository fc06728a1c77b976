import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict } from '../../errors.ts'
import type { Actor } from '../account.ts'
import { assertMayOnAccount } from '../assert-may-now.ts'
import { appendDeskEvent } from '../desk-event.ts'
import { accountById } from '../load-account.ts'

/**
 * Takes an invitation back: its link is good no more. The account stays, without a password.
 * @throws NotFound · NotAllowed · Conflict there is no open invitation
 */
export function revokeInvitation(
  db: Database,
  { accountId, by, at }: { accountId: string; by: Actor; at: Date },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const account = await accountById(tx, accountId)
    await assertMayOnAccount(tx, by, 'change account', account)
    if ((await revokeOpen(tx, accountId, at)) === 0)
      throw new Conflict(`${account.name} has no open invitation; it may have been used meanwhile.`)
    await appendDeskEvent(tx, 'invitation.revoked', { by, at }, { accountId, name: account.name })
  })
}

/** Takes back what invitations somebody has, as part of a larger change; how many there were. */
export async function revokeOpen(tx: Transaction, accountId: string, at: Date): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { accountId, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  return count
}
