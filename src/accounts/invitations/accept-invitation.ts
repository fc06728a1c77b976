import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Gone, Invalid, NotFound } from '../../errors.ts'
import { type Account, accountColumns, asAccount } from '../account.ts'
import { appendDeskEvent } from '../desk-event.ts'
import { endSessionsOf } from '../end-sessions.ts'
import { nameProblem } from '../new-account.ts'
import { hashPassword, passwordProblem } from '../password.ts'
import { hashSecret } from '../secret.ts'

/**
 * Whose invitation a link is.
 * @throws NotFound there never was such a link · Gone it was used, taken back or is too old, in words that say whom to ask
 */
export async function invitedAccount(
  db: Database | Transaction,
  secret: string,
  now: Date,
): Promise<Account> {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: {
      usedAt: true,
      revokedAt: true,
      expiresAt: true,
      account: { select: accountColumns },
      invitedBy: { select: { name: true } },
    },
  })
  if (invitation === null) throw new NotFound('There is no such invitation.')
  const { usedAt, revokedAt, expiresAt, account, invitedBy } = invitation
  const ask = `Ask ${invitedBy.name}, who invited you, for a new link.`
  if (usedAt !== null)
    throw new Gone('This invitation was used: sign in with the password that was set by it.')
  if (revokedAt !== null || account.suspendedAt !== null)
    throw new Gone(`This invitation was taken back. ${ask}`)
  if (expiresAt <= now) throw new Gone(`This invitation was good for a week, which is over. ${ask}`)
  return asAccount(account)
}

export interface Acceptance {
  readonly secret: string
  /** What stands beside everything they do; may differ from what they were invited by. */
  readonly name: string
  readonly password: string
  readonly at: Date
}

/**
 * Uses an invitation up: sets name and password of whom it invited.
 * @throws NotFound · Gone as `invitedAccount` · Invalid the name or the password
 */
export async function acceptInvitation(db: Database, input: Acceptance): Promise<Account> {
  const { secret, password, at } = input
  const problem = [...nameProblem(input.name), ...passwordProblem(password)][0]
  if (problem !== undefined) throw new Invalid(problem.text)
  await invitedAccount(db, secret, at)
  const name = input.name.trim()
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (tx) => {
    const account = await invitedAccount(tx, secret, at)
    const accountId = account.id
    await tx.invitation.update({
      where: { tokenHash: hashSecret(secret) },
      data: { usedAt: at },
      select: { id: true },
    })
    await tx.account.update({ where: { id: accountId }, data: { name, passwordHash }, select: { id: true } })
    await endSessionsOf(tx, accountId)
    const was = account.name === name ? null : account.name
    await appendDeskEvent(tx, 'invitation.accepted', { by: account, at }, { accountId, name, was })
    return { ...account, name }
  })
}
