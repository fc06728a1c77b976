import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid } from '../errors.ts'
import { type Account, type Actor, isRole, type Role, roleInWords } from './account.ts'
import { assertMayOnAccount } from './assert-may-now.ts'
import { appendDeskEvent } from './desk-event.ts'
import { accountById, assertNotLastAdmin } from './load-account.ts'

export interface RoleChange {
  readonly accountId: string
  readonly role: Role
  readonly legal: boolean
  readonly by: Actor
  readonly at: Date
}

/**
 * Gives an account another role; it holds from the next request on. Nothing happens where it has this role already.
 * @throws NotFound · NotAllowed · Invalid no such role · Conflict the last administrator
 */
export function changeRole(db: Database, { accountId, role, legal, by, at }: RoleChange): Promise<Account> {
  if (!isRole(role)) throw new Invalid('Choose a role: reader, reviewer, editor or admin.')
  return inTransaction(db, async (tx) => {
    const account = await accountById(tx, accountId)
    await assertMayOnAccount(tx, by, 'change account', account)
    if (account.role === role && account.legal === legal) return account
    if (account.role === 'admin' && role !== 'admin') await assertNotLastAdmin(tx, account.id)
    await tx.account.update({ where: { id: account.id }, data: { role, legal }, select: { id: true } })
    const change = { from: roleInWords(account), to: roleInWords({ role, legal }) }
    await appendDeskEvent(
      tx,
      'account.role-changed',
      { by, at },
      {
        accountId: account.id,
        name: account.name,
        ...change,
      },
    )
    return { ...account, role, legal }
  })
}
