import type { Database, Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'
import { type Account, accountColumns, asAccount } from './account.ts'
import { normaliseEmail } from './new-account.ts'

/** @throws NotFound */
export async function accountById(db: Database | Transaction, id: string): Promise<Account> {
  const row = await db.account.findUnique({ where: { id }, select: accountColumns })
  if (row === null) throw new NotFound('There is no such account.')
  return asAccount(row)
}

/** @throws NotFound */
export async function accountByEmail(db: Database | Transaction, email: string): Promise<Account> {
  const row = await db.account.findUnique({ where: { email: normaliseEmail(email) }, select: accountColumns })
  if (row === null) throw new NotFound(`There is no account for ${email}.`)
  return asAccount(row)
}

/** Every account, the sample's last, then by name. */
export async function listAccounts(db: Database): Promise<Account[]> {
  const rows = await db.account.findMany({
    select: accountColumns,
    orderBy: [{ sample: 'asc' }, { name: 'asc' }],
  })
  return rows.map(asAccount)
}

/** The ids of the accounts that can be signed in with. */
export async function accountsWithPassword(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.account.findMany({ where: { passwordHash: { not: null } }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** What an account needs to be an administrator whom nobody stops from signing in. */
const ACTIVE_ADMIN = { role: 'admin', suspendedAt: null, sample: false, passwordHash: { not: null } } as const

/** How many administrators can sign in. */
export const countActiveAdmins = (db: Database | Transaction): Promise<number> =>
  db.account.count({ where: ACTIVE_ADMIN })

/** @throws Conflict when nobody but this account could manage accounts */
export async function assertNotLastAdmin(tx: Transaction, accountId: string): Promise<void> {
  const others = await tx.account.count({ where: { ...ACTIVE_ADMIN, id: { not: accountId } } })
  if (others === 0)
    throw new Conflict('This is the last administrator. Make somebody else an administrator first.')
}
