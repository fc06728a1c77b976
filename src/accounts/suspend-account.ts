import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { Account, Actor } from './account.ts'
import { assertMayOnAccount } from './assert-may-now.ts'
import { appendDeskEvent } from './desk-event.ts'
import { endSessionsOf } from './end-sessions.ts'
import { revokeOpen } from './invitations/revoke-invitation.ts'
import { accountById, assertNotLastAdmin } from './load-account.ts'

export interface Suspension {
  readonly accountId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Suspends an account: its sessions end, its tokens and invitations are revoked. What it did stays, with its name.
 * @throws NotFound · NotAllowed · Conflict the last administrator
 */
export function suspendAccount(db: Database, { accountId, by, at }: Suspension): Promise<void> {
  return inTransaction(db, async (tx) => {
    const account = await accountToChange(tx, accountId, by)
    if (account.suspendedAt !== null) return
    if (account.role === 'admin') await assertNotLastAdmin(tx, account.id)
    await tx.account.update({ where: { id: account.id }, data: { suspendedAt: at }, select: { id: true } })
    await endSessionsOf(tx, account.id)
    await revokeOpen(tx, account.id, at)
    await tx.apiToken.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: at } })
    await appendDeskEvent(tx, 'account.suspended', { by, at }, { accountId, name: account.name })
  })
}

/**
 * Lets a suspended account in again. Its tokens stay revoked.
 * @throws NotFound · NotAllowed
 */
export function reinstateAccount(db: Database, { accountId, by, at }: Suspension): Promise<void> {
  return inTransaction(db, async (tx) => {
    const account = await accountToChange(tx, accountId, by)
    if (account.suspendedAt === null) return
    await tx.account.update({ where: { id: account.id }, data: { suspendedAt: null }, select: { id: true } })
    await appendDeskEvent(tx, 'account.reinstated', { by, at }, { accountId, name: account.name })
  })
}

async function accountToChange(tx: Transaction, accountId: string, by: Actor): Promise<Account> {
  const account = await accountById(tx, accountId)
  await assertMayOnAccount(tx, by, 'change account', account)
  return account
}
