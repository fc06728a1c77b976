import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'
import type { Config } from '../../config.ts'

export type CookieName = 'session' | 'visitor'

const isSecure = ({ baseUrl }: Config): boolean => baseUrl.startsWith('https:')

/** Over HTTPS the `__Host-` prefix keeps other hosts of the same domain from setting our cookies (RFC 6265bis). */
const nameOf = (name: CookieName, config: Config): string =>
  `${isSecure(config) ? '__Host-' : ''}stet-${name}`

const optionsOf = (config: Config): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(config),
  path: '/',
})

/** The value of one of our cookies, or null. */
export function readCookie(req: Pick<Request, 'headers'>, name: CookieName, config: Config): string | null {
  const { cookie } = req.headers
  return cookie === undefined ? null : (parseCookie(cookie)[nameOf(name, config)] ?? null)
}

/** `lasts`: milliseconds; without it the browser forgets the cookie when it is closed. */
export function setCookie(
  res: Response,
  name: CookieName,
  config: Config,
  value: string,
  lasts?: number,
): void {
  res.cookie(nameOf(name, config), value, {
    ...optionsOf(config),
    ...(lasts === undefined ? {} : { maxAge: lasts }),
  })
}

export function clearCookie(res: Response, name: CookieName, config: Config): void {
  res.clearCookie(nameOf(name, config), optionsOf(config))
}
