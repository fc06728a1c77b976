import type { Database } from '../db/database.ts'
import { normaliseEmail } from './new-account.ts'
import { isPassword } from './password.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/**
 * The id of the account that e-mail and password belong to, or null. Takes as long and says as little whether the e-mail, the
 * password or the account's state was wrong: no password, suspended, of the sample.
 */
export async function checkSignIn(db: Database, { email, password }: Credentials): Promise<string | null> {
  const found = await db.account.findUnique({
    where: { email: normaliseEmail(email), suspendedAt: null, sample: false },
    select: { passwordHash: true, id: true },
  })
  const known = await isPassword(password, found?.passwordHash ?? null)
  return known && found !== null ? found.id : null
}
