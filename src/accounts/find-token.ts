import type { Database } from '../db/database.ts'
import { type Account, accountColumns, asAccount } from './account.ts'
import { hashSecret } from './secret.ts'
import { isDueToBeSeen } from './session.ts'

/** The account that a token speaks for, or null: unknown, revoked, suspended or of the sample. */
export async function findTokenOwner(db: Database, token: string, now: Date): Promise<Account | null> {
  const row = await db.apiToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: { id: true, lastUsedAt: true, revokedAt: true, account: { select: accountColumns } },
  })
  if (row?.revokedAt !== null || row.account.suspendedAt !== null || row.account.sample) return null
  if (row.lastUsedAt === null || isDueToBeSeen({ lastSeenAt: row.lastUsedAt }, now))
    await db.apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  return asAccount(row.account)
}
