import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid } from '../errors.ts'
import type { Actor } from './account.ts'
import { assertMayOnAccount } from './assert-may-now.ts'
import { appendDeskEvent, type Deed } from './desk-event.ts'
import { endSessionsOf } from './end-sessions.ts'
import { accountById } from './load-account.ts'
import { hashPassword, isPassword, newPassword, passwordProblem } from './password.ts'

export interface PasswordChange {
  readonly account: Actor
  readonly current: string
  readonly next: string
  readonly at: Date
}

/**
 * Changes one's own password and ends every session of the account: the caller begins a new one.
 * @throws Invalid the current password is wrong, or the new one too short
 */
export async function changePassword(
  db: Database,
  { account, current, next, at }: PasswordChange,
): Promise<void> {
  const row = await db.account.findUniqueOrThrow({
    where: { id: account.id },
    select: { passwordHash: true },
  })
  if (!(await isPassword(current, row.passwordHash))) throw new Invalid('The current password is not right.')
  const problem = passwordProblem(next)[0]
  if (problem !== undefined) throw new Invalid(problem.text)
  const passwordHash = await hashPassword(next)
  await inTransaction(db, async (tx) => {
    await assertMayOnAccount(tx, account, 'use own account', { id: account.id, sample: false })
    await replacePassword(tx, account, passwordHash, { by: account, at })
  })
}

/**
 * Gives somebody who lost their password a new one, returned this once, and ends their sessions.
 * @throws NotFound · NotAllowed
 */
export async function resetPassword(
  db: Database,
  { accountId, by, at }: { accountId: string; by: Actor; at: Date },
): Promise<string> {
  const account = await accountById(db, accountId)
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  await inTransaction(db, async (tx) => {
    await assertMayOnAccount(tx, by, 'change account', account)
    await replacePassword(tx, account, passwordHash, { by, at })
  })
  return password
}

async function replacePassword(
  tx: Transaction,
  account: Actor,
  passwordHash: string,
  deed: Deed,
): Promise<void> {
  await tx.account.update({ where: { id: account.id }, data: { passwordHash }, select: { id: true } })
  await endSessionsOf(tx, account.id)
  await appendDeskEvent(tx, 'account.password-changed', deed, { accountId: account.id, name: account.name })
}
