import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict } from '../../errors.ts'
import type { Account, Actor } from '../account.ts'
import { insertAccount } from '../add-account.ts'
import { assertMayOnAccount, assertMayOnDesk } from '../assert-may-now.ts'
import { appendDeskEvent } from '../desk-event.ts'
import { accountById } from '../load-account.ts'
import type { NewAccount } from '../new-account.ts'
import { hashSecret, newSecret } from '../secret.ts'
import { addTime } from '../session.ts'
import { INVITATION_LASTS, type Invited } from './invitation.ts'
import { revokeOpen } from './revoke-invitation.ts'

/**
 * Adds an account and a link with which its owner sets a password, once and within a week.
 * @throws Invalid e-mail, name or role · Conflict the e-mail has an account · NotAllowed
 */
export function inviteSomebody(
  db: Database,
  { by, at, ...input }: NewAccount & { readonly by: Actor; readonly at: Date },
): Promise<Invited & { readonly account: Account }> {
  return inTransaction(db, async (tx) => {
    await assertMayOnDesk(tx, by, 'manage accounts')
    const account = await insertAccount(tx, { ...input, passwordHash: null }, { by, at })
    return { account, ...(await insertInvitation(tx, account, by, at)) }
  })
}

/**
 * Makes the link of somebody who has no password yet anew; the one before is good no more.
 * @throws NotFound · NotAllowed · Conflict they have a password, or are suspended
 */
export function inviteAgain(
  db: Database,
  { accountId, by, at }: { accountId: string; by: Actor; at: Date },
): Promise<Invited & { readonly account: Account }> {
  return inTransaction(db, async (tx) => {
    const account = await accountById(tx, accountId)
    await assertMayOnAccount(tx, by, 'change account', account)
    if (account.suspendedAt !== null) throw new Conflict(`${account.name} is suspended: let them in first.`)
    await assertNoPassword(tx, account)
    await revokeOpen(tx, accountId, at)
    return { account, ...(await insertInvitation(tx, account, by, at)) }
  })
}

async function assertNoPassword(tx: Transaction, { id, name }: Account): Promise<void> {
  const { passwordHash } = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  })
  if (passwordHash !== null)
    throw new Conflict(`${name} has a password already. Give them a new one if they lost it.`)
}

async function insertInvitation(tx: Transaction, account: Account, by: Actor, at: Date): Promise<Invited> {
  const secret = newSecret()
  const expiresAt = addTime(at, INVITATION_LASTS)
  const row = { id: newId(), accountId: account.id, invitedById: by.id, createdAt: at, expiresAt }
  await tx.invitation.create({ data: { ...row, tokenHash: hashSecret(secret) }, select: { id: true } })
  await appendDeskEvent(
    tx,
    'account.invited',
    { by, at },
    { accountId: account.id, name: account.name, expiresAt: expiresAt.toISOString() },
  )
  return { secret, expiresAt }
}
