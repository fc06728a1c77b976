import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Gone } from '../errors.ts'
import type { Account } from './account.ts'
import { insertAccount } from './add-account.ts'
import { countActiveAdmins } from './load-account.ts'
import { hashPassword } from './password.ts'
import { hashSecret, newSecret } from './secret.ts'
import { addTime } from './session.ts'

const LINK_LASTS = 24 * 60 * 60_000

/**
 * A link that makes its first user the administrator, while no administrator can sign in; null when one can. It is
 * good once and for a day; each process of a team prints its own, and the first one used ends them all.
 */
export function ensureSetupLink(db: Database, baseUrl: string, clock: () => Date): Promise<string | null> {
  const secret = newSecret()
  return inTransaction(db, async (tx) => {
    if ((await countActiveAdmins(tx)) > 0) return null
    const now = clock()
    await tx.setupLink.deleteMany({ where: { usedAt: null, expiresAt: { lte: now } } })
    await tx.setupLink.create({
      data: {
        id: newId(),
        tokenHash: hashSecret(secret),
        createdAt: now,
        expiresAt: addTime(now, LINK_LASTS),
      },
    })
    return `${baseUrl}/setup/${secret}`
  })
}

/** @throws Gone the link is unknown, used or too old, or there is an administrator */
export async function assertSetupLink(db: Database | Transaction, secret: string, now: Date): Promise<void> {
  const where = { tokenHash: hashSecret(secret), usedAt: null, expiresAt: { gt: now } }
  const link = await db.setupLink.findFirst({ where, select: { id: true } })
  if (link === null || (await countActiveAdmins(db)) > 0)
    throw new Gone('This link was used or is too old. Start the server again to have a new one printed.')
}

export interface FirstAdmin {
  readonly secret: string
  readonly email: string
  readonly name: string
  readonly password: string
  readonly at: Date
}

/**
 * Uses a link up: makes the administrator it was for.
 * @throws Gone the link does not hold · Invalid e-mail or name · Conflict the e-mail has an account
 */
export async function addFirstAdmin(
  db: Database,
  { secret, email, name, password, at }: FirstAdmin,
): Promise<Account> {
  await assertSetupLink(db, secret, at)
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (tx) => {
    await assertSetupLink(tx, secret, at)
    await tx.setupLink.updateMany({ where: { tokenHash: hashSecret(secret) }, data: { usedAt: at } })
    return insertAccount(tx, { email, name, role: 'admin', legal: false, passwordHash }, { by: null, at })
  })
}
