import type { Database } from '../db/database.ts'
import { ABSOLUTE_LIMIT, addTime, IDLE_LIMIT } from './session.ts'
import { hashSecret, newSecret } from './secret.ts'

/**
 * Begins a session for somebody who proved who they are, always under a new secret, and clears away sessions that
 * have ended, whosever they were. Returns the cookie's value, which is known only here and in the browser.
 */
export async function startSession(db: Database, accountId: string, now: Date): Promise<string> {
  await db.session.deleteMany({
    where: { OR: [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: addTime(now, -IDLE_LIMIT) } }] },
  })
  const secret = newSecret()
  await db.session.create({
    data: {
      id: hashSecret(secret),
      accountId,
      csrfToken: newSecret(),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: addTime(now, ABSOLUTE_LIMIT),
    },
  })
  return secret
}
