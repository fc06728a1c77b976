import type { RequestHandler } from 'express'
import { findTokenOwner } from '../../accounts/find-token.ts'
import { setAccount } from './current-account.ts'
import { Refused } from '../../http-problem.ts'
import type { Services } from '../../services.ts'

/** For the API: leaves behind whose token it is (`currentAccount`), or answers 401. Cookies are not looked at. */
export function authenticateToken({ db, clock }: Services): RequestHandler {
  return async (req, res, next) => {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(req.get('Authorization') ?? '')?.[1]
    const account = token === undefined ? null : await findTokenOwner(db, token, clock())
    if (account === null) {
      res.set('WWW-Authenticate', 'Bearer realm="Stet"')
      throw new Refused(401, 'Send a token that is in force: Authorization: Bearer TOKEN.')
    }
    setAccount(res, account)
    res.set('Cache-Control', 'no-store')
    next()
  }
}
