import type { RequestHandler, Response } from 'express'
import { hashSecret, newSecret, sameSecret } from '../../accounts/secret.ts'
import type { Config } from '../../config.ts'
import { Refused } from '../../http-problem.ts'
import { readCookie, setCookie } from './cookies.ts'
import { currentSession } from './set-up-session.ts'

/**
 * Leaves behind the token that every form must send back as `_csrf`; templates see it as `csrfToken`.
 *
 * Whoever is signed in has a random one in their session's row. A visitor's follows from a random cookie that scripts
 * cannot read: no row is written for people who only look at the sign-in page.
 */
export function setUpCsrf(config: Config): RequestHandler {
  return (req, res, next) => {
    const session = currentSession(res)
    res.locals['csrfToken'] = session?.csrfToken ?? hashSecret(`csrf ${visitorSecret(req, res, config)}`)
    next()
  }
}

function visitorSecret(req: Parameters<RequestHandler>[0], res: Response, config: Config): string {
  const known = readCookie(req, 'visitor', config)
  if (known !== null) return known
  const secret = newSecret()
  setCookie(res, 'visitor', config, secret)
  return secret
}

/** Refuses a form that does not bring the token back; stands after what reads the body. */
export const checkCsrf: RequestHandler<never> = (req, res, next) => {
  const sent = sentToken(req.body)
  const crossSite = ['cross-site', 'same-site'].includes(req.get('Sec-Fetch-Site') ?? '')
  if (crossSite || sent === null || !sameSecret(sent, String(res.locals['csrfToken'])))
    throw new Refused(
      403,
      'This form was open for too long or did not come from Stet. Go back, reload the page and send it again.',
    )
  next()
}

function sentToken(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return null
  return typeof body._csrf === 'string' ? body._csrf : null
}
