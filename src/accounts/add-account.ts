import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { assertMayOnDesk } from './assert-may-now.ts'
import { type Account, type Actor, roleInWords } from './account.ts'
import { appendDeskEvent, type Deed } from './desk-event.ts'
import { checkNewAccount, type NewAccount } from './new-account.ts'

/** `passwordHash`: null for somebody who works by tokens only. `by`: null for the command line. */
export interface AccountToAdd extends NewAccount {
  readonly passwordHash: string | null
  readonly by: Actor | null
  readonly at: Date
}

/**
 * Adds an account and notes it in the desk's history.
 * @throws Invalid e-mail, name or role · Conflict the e-mail has an account · NotAllowed
 */
export function addAccount(db: Database, input: AccountToAdd): Promise<Account> {
  return inTransaction(db, async (tx) => {
    if (input.by !== null) await assertMayOnDesk(tx, input.by, 'manage accounts')
    return insertAccount(tx, input, input)
  })
}

/** Writes a new account and its event, as part of a larger change. */
export async function insertAccount(
  tx: Transaction,
  input: NewAccount & { readonly passwordHash: string | null },
  deed: Deed,
): Promise<Account> {
  const { email, name, role, legal } = checkNewAccount(input)
  const taken = await tx.account.findUnique({ where: { email }, select: { id: true } })
  if (taken !== null) throw new Conflict(`There is an account for ${email} already.`)
  const account = {
    id: newId(),
    email,
    name,
    role,
    legal,
    sample: false,
    suspendedAt: null,
    createdAt: deed.at,
  }
  await tx.account.create({ data: { ...account, passwordHash: input.passwordHash }, select: { id: true } })
  const by = deed.by ?? null
  await appendDeskEvent(
    tx,
    'account.added',
    { by, at: deed.at },
    {
      accountId: account.id,
      name,
      role: roleInWords(account),
    },
  )
  return account
}
