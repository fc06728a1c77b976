import type { RequestHandler, Response } from 'express'
import { findSession } from '../../accounts/find-session.ts'
import type { Session } from '../../accounts/session.ts'
import { setAccount } from './current-account.ts'
import type { Services } from '../../services.ts'
import { readCookie } from './cookies.ts'

/** Leaves behind who is asking (`currentAccount`) and their session. What a page shows is kept by no cache. */
export function setUpSession({ db, clock, config }: Services): RequestHandler {
  return async (req, res, next) => {
    const secret = readCookie(req, 'session', config)
    const session = secret === null ? null : await findSession(db, secret, clock())
    setAccount(res, session?.account ?? null)
    res.locals['session'] = session
    res.set('Cache-Control', 'no-store')
    next()
  }
}

/** The session of who is asking, or null for a visitor. */
export const currentSession = (res: Response): Session | null =>
  (res.locals['session'] ?? null) as Session | null
