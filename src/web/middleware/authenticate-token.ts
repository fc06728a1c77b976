import type { RequestHandler } from 'express'
import { findTokenBearer } from '../../accounts/find-token.ts'
import { type Action, assertMayEver } from '../../accounts/policy.ts'
import type { Scope } from '../../accounts/token.ts'
import { NotAllowed } from '../../errors.ts'
import { currentAccount, setAccount } from './current-account.ts'
import { Refused } from '../../http-problem.ts'
import type { Services } from '../../services.ts'

/** For the API: leaves behind whose token it is (`currentAccount`), or answers 401. Cookies are not looked at. */
export function authenticateToken({ db, clock }: Services): RequestHandler {
  return async (req, res, next) => {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(req.get('Authorization') ?? '')?.[1]
    const bearer = token === undefined ? null : await findTokenBearer(db, token, clock())
    if (bearer === null) {
      res.set('WWW-Authenticate', 'Bearer realm="Stet"')
      throw new Refused(401, 'Send a token that is in force: Authorization: Bearer TOKEN.')
    }
    setAccount(res, bearer.account)
    res.locals['scopes'] = bearer.scopes
    res.set('Cache-Control', 'no-store')
    next()
  }
}

/**
 * For one route of the API: lets through tokens that may be used for it, of people whose role may do this somewhere.
 * @throws NotAllowed in words that name the scope, or who may
 */
export function requireTokenAccess(access: Action, scope: Scope): RequestHandler<Record<string, string>> {
  return (_req, res, next) => {
    if (!(res.locals['scopes'] as readonly Scope[]).includes(scope))
      throw new NotAllowed(`This token may not be used for this: it lacks the scope “${scope}”.`)
    assertMayEver(currentAccount(res), access)
    next()
  }
}
