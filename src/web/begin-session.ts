import type { Response } from 'express'
import { endSession } from '../accounts/end-sessions.ts'
import { ABSOLUTE_LIMIT } from '../accounts/session.ts'
import { startSession } from '../accounts/start-session.ts'
import type { Services } from '../services.ts'
import { clearCookie, setCookie } from './middleware/cookies.ts'
import { currentSession } from './middleware/set-up-session.ts'

/** Signs the account in on this browser under a new session; the one it came with, if any, ends. */
export async function beginSession(
  { db, clock, config }: Services,
  res: Response,
  accountId: string,
): Promise<void> {
  const earlier = currentSession(res)
  if (earlier !== null) await endSession(db, earlier.id)
  const secret = await startSession(db, accountId, clock())
  setCookie(res, 'session', config, secret, ABSOLUTE_LIMIT)
  clearCookie(res, 'visitor', config)
}
