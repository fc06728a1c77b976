import type { Database } from '../db/database.ts'
import { type Account, asAccount } from './account.ts'
import { hashSecret } from './secret.ts'
import { isDueToBeSeen } from './session.ts'

interface TokenRow extends Omit<Account, 'role'> {
  readonly role: string
  readonly tokenId: string
  readonly lastUsedAt: Date | null
}

/** The account that a token speaks for, or null: unknown, revoked, suspended or of the sample. One query, since every request asks. */
export async function findTokenOwner(db: Database, token: string, now: Date): Promise<Account | null> {
  const row = await tokenRow(db, hashSecret(token))
  if (row === null) return null
  const { tokenId, lastUsedAt, ...account } = row
  if (lastUsedAt === null || isDueToBeSeen({ lastSeenAt: lastUsedAt }, now))
    await db.apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } })
  return asAccount(account)
}

/** Raw, because Prisma would ask twice: once for the token, once for its account. */
async function tokenRow(db: Database, tokenHash: string): Promise<TokenRow | null> {
  const rows = await db.$queryRaw<TokenRow[]>`
    SELECT t."id" AS "tokenId", t."lastUsedAt", a."id", a."email", a."name", a."role", a."legal", a."sample",
           a."suspendedAt", a."createdAt"
    FROM "ApiToken" t JOIN "Account" a ON a."id" = t."accountId"
    WHERE t."tokenHash" = ${tokenHash} AND t."revokedAt" IS NULL AND a."suspendedAt" IS NULL AND a."sample" = FALSE`
  return rows[0] ?? null
}
