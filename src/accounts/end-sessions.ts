import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { Actor } from './account.ts'
import { appendDeskEvent } from './desk-event.ts'

/** Signs out of one session; nothing happens where it has ended already. */
export async function endSession(db: Database, sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { id: sessionId } })
}

/** Signs somebody out of every browser, this one included, and notes it in the desk's history. */
export function signOutEverywhere(
  db: Database,
  { account, at }: { account: Actor; at: Date },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await endSessionsOf(tx, account.id)
    await appendDeskEvent(
      tx,
      'account.signed-out-everywhere',
      { by: account, at },
      {
        accountId: account.id,
        name: account.name,
      },
    )
  })
}

/** Ends every session of an account, as part of a larger change. */
export async function endSessionsOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.session.deleteMany({ where: { accountId } })
}
