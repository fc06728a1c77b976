import type { RequestHandler } from 'express'
import { assertMayEver, type Action } from '../../accounts/policy.ts'
import { accountOrVisitor } from './current-account.ts'
import { Refused } from '../../http-problem.ts'

/** Who is let through to a route: visitors too, or accounts whose role may do this somewhere (`accounts/policy.ts`). */
export type Access = 'anyone' | Action

/**
 * Lets through whose role may do this somewhere; whether they may do it to *this* report or account is asked by the
 * verb, which knows the target. A visitor is sent to sign in, and comes back to the page.
 */
export function requireAccess(access: Access): RequestHandler<never> {
  return (req, res, next) => {
    if (access === 'anyone') {
      next()
      return
    }
    const account = accountOrVisitor(res)
    if (account === null && req.method === 'GET') {
      res.redirect(303, `/sign-in?to=${encodeURIComponent(req.originalUrl)}`)
      return
    }
    if (account === null)
      throw new Refused(
        401,
        'You were signed out, and nothing was saved. Copy what you wrote, sign in, and send it again.',
      )
    assertMayEver(account, access)
    next()
  }
}
