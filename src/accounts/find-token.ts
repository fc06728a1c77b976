import type { Database } from '../db/database.ts'
import { type Account, asAccount } from './account.ts'
import { hashSecret } from './secret.ts'
import { isDueToBeSeen } from './session.ts'
import { type Scope, scopesFromText } from './token.ts'

/** Whose token it is, and what it may be used for. */
export interface TokenBearer {
  readonly account: Account
  readonly scopes: readonly Scope[]
}

interface TokenRow extends Omit<Account, 'role'> {
  readonly role: string
  readonly tokenId: string
  readonly scopes: string
  readonly lastUsedAt: Date | null
}

/** The account that a token speaks for, with its scopes, or null: unknown, revoked, suspended or of the sample. One query, since every request asks. */
export async function findTokenBearer(db: Database, token: string, now: Date): Promise<TokenBearer | null> {
  const row = await tokenRow(db, hashSecret(token))
  if (row === null) return null
  const { tokenId, lastUsedAt, scopes, ...account } = row
  if (lastUsedAt === null || isDueToBeSeen({ lastSeenAt: lastUsedAt }, now))
    await db.apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } })
  return { account: asAccount(account), scopes: scopesFromText(scopes) }
}

/** Raw, because Prisma would ask twice: once for the token, once for its account. */
async function tokenRow(db: Database, tokenHash: string): Promise<TokenRow | null> {
  const rows = await db.$queryRaw<TokenRow[]>`
    SELECT t."id" AS "tokenId", t."lastUsedAt", t."scopes", a."id", a."email", a."name", a."role", a."legal", a."sample",
           a."suspendedAt", a."createdAt"
    FROM "ApiToken" t JOIN "Account" a ON a."id" = t."accountId"
    WHERE t."tokenHash" = ${tokenHash} AND t."revokedAt" IS NULL AND a."suspendedAt" IS NULL AND a."sample" = FALSE`
  return rows[0] ?? null
}
