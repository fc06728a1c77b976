import type { RequestHandler } from 'express'
import { countWaiting } from '../../review/load-queue.ts'
import type { Services } from '../../services.ts'
import { accountOrVisitor } from './current-account.ts'

/**
 * Leaves behind how much waits for who is asking; the top of every page shows it (`waiting`). Forms, which lead to another
 * page, and the parts of pages that scripts ask for do without.
 */
export function setUpWaiting({ db }: Services): RequestHandler {
  return async (req, res, next) => {
    const account = accountOrVisitor(res)
    if (account !== null && req.method === 'GET' && req.get('X-Part') === undefined)
      res.locals['waiting'] = await countWaiting(db, account)
    next()
  }
}
