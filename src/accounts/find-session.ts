import type { Database } from '../db/database.ts'
import { asAccount } from './account.ts'
import { hashSecret } from './secret.ts'
import { isAlive, isDueToBeSeen, type Session } from './session.ts'

interface SessionRow {
  readonly csrfToken: string
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly role: string
  readonly legal: boolean
  readonly suspendedAt: Date | null
  readonly accountCreatedAt: Date
}

/**
 * The session behind a cookie's value with its account, or null: unknown, ended, or of an account that is suspended
 * or belongs to the sample. One query, since every page asks; `lastSeenAt` is written only when it is due.
 */
export async function findSession(db: Database, secret: string, now: Date): Promise<Session | null> {
  const id = hashSecret(secret)
  const row = await sessionRow(db, id)
  if (row?.suspendedAt !== null || !isAlive(row, now)) return null
  if (isDueToBeSeen(row, now)) await db.session.updateMany({ where: { id }, data: { lastSeenAt: now } })
  return asSession(id, row)
}

/** Raw, because Prisma would ask twice: once for the session, once for its account. */
async function sessionRow(db: Database, id: string): Promise<SessionRow | null> {
  const rows = await db.$queryRaw<SessionRow[]>`
    SELECT s."csrfToken", s."lastSeenAt", s."expiresAt", a."id" AS "accountId", a."email", a."name", a."role",
           a."legal", a."suspendedAt", a."createdAt" AS "accountCreatedAt"
    FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
    WHERE s."id" = ${id} AND a."sample" = FALSE`
  return rows[0] ?? null
}

const asSession = (id: string, row: SessionRow): Session => ({
  id,
  csrfToken: row.csrfToken,
  lastSeenAt: row.lastSeenAt,
  expiresAt: row.expiresAt,
  account: asAccount({
    id: row.accountId,
    email: row.email,
    name: row.name,
    role: row.role,
    legal: row.legal,
    sample: false,
    suspendedAt: row.suspendedAt,
    createdAt: row.accountCreatedAt,
  }),
})
