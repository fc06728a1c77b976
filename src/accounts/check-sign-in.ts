import type { Database } from '../db/database.ts'
import { type Account, accountColumns, asAccount } from './account.ts'
import { normaliseEmail } from './new-account.ts'
import { isPassword } from './password.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/**
 * The account that e-mail and password belong to, or null. Takes as long and says as little whether the e-mail, the
 * password or the account's state was wrong: no password, suspended, of the sample.
 */
export async function checkSignIn(db: Database, { email, password }: Credentials): Promise<Account | null> {
  const row = await db.account.findUnique({
    where: { email: normaliseEmail(email) },
    select: { ...accountColumns, passwordHash: true },
  })
  const usable = row !== null && row.suspendedAt === null && !row.sample
  const known = await isPassword(password, usable ? row.passwordHash : null)
  if (!known || row === null) return null
  const { passwordHash: _, ...account } = row
  return asAccount(account)
}
