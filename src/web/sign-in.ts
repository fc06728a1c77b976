import type { RequestHandler } from 'express'
import { checkSignIn } from '../accounts/check-sign-in.ts'
import { endSession } from '../accounts/end-sessions.ts'
import { accountOrVisitor } from './middleware/current-account.ts'
import type { Services } from '../services.ts'
import { beginSession } from './begin-session.ts'
import { fieldOf } from './forms/problems.ts'
import { localPath } from './local-path.ts'
import { clearCookie } from './middleware/cookies.ts'
import { limitSignIn } from './middleware/limit-sign-in.ts'
import { currentSession } from './middleware/set-up-session.ts'

/** GET /sign-in?to=PATH */
export const showSignIn: RequestHandler = (req, res) => {
  const to = localPath(req.query['to'])
  if (accountOrVisitor(res) !== null) {
    res.redirect(303, to)
    return
  }
  res.render('sign-in/show', { to, email: '', problems: [] })
}

/** POST /sign-in: a new session, then the page that was asked for; or the form again, silent about which half was wrong. */
export const signIn = (services: Services): RequestHandler[] => [...limitSignIn(), tryToSignIn(services)]

function tryToSignIn(services: Services): RequestHandler {
  return async (req, res) => {
    const email = fieldOf(req.body, 'email')
    const to = localPath(fieldOf(req.body, 'to'))
    const accountId = await checkSignIn(services.db, { email, password: fieldOf(req.body, 'password') })
    if (accountId === null) {
      res.status(422).render('sign-in/show', { to, email, problems: [WRONG] })
      return
    }
    await beginSession(services, res, accountId)
    res.redirect(303, to)
  }
}

const WRONG = {
  href: '#email',
  text: 'E-mail and password do not go together, or the account cannot sign in. Ask an administrator for a new password.',
}

/** POST /sign-out */
export function signOut({ db, config }: Services): RequestHandler {
  return async (_req, res) => {
    const session = currentSession(res)
    if (session !== null) await endSession(db, session.id)
    clearCookie(res, 'session', config)
    res.redirect(303, '/sign-in')
  }
}
