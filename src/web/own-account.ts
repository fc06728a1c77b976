import type { RequestHandler, Response } from 'express'
import { addToken } from '../accounts/add-token.ts'
import { changePassword } from '../accounts/change-password.ts'
import { signOutEverywhere } from '../accounts/end-sessions.ts'
import type { Problem } from '../accounts/new-account.ts'
import { SHORTEST_PASSWORD } from '../accounts/password.ts'
import { listTokens, revokeToken } from '../accounts/revoke-token.ts'
import { type Scope, scopes, scopeWords, type Token } from '../accounts/token.ts'
import { noticeWayOf } from '../review/choose-notice-way.ts'
import { currentAccount } from './middleware/current-account.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { beginSession } from './begin-session.ts'
import { fieldOf } from './forms/problems.ts'
import { linked } from './page-problems.ts'
import { timeWords } from './pages/time-words.ts'
import { clearCookie } from './middleware/cookies.ts'

/** What was typed for a new token: its name, and what it may be used for. */
interface TypedToken {
  readonly name: string
  readonly chosen: readonly Scope[]
}

const NEW_TOKEN: TypedToken = { name: '', chosen: scopes }

/** GET /account: one's own password, tokens and sessions. */
export function showOwnAccount(services: Services): RequestHandler {
  return (_req, res) => showPage(services, res, 200)
}

/** POST /account/password: ends every session, and goes on here under a new one. */
export function changeOwnPassword(services: Services): RequestHandler {
  return async (req, res) => {
    const account = currentAccount(res)
    const current = fieldOf(req.body, 'current')
    const next = fieldOf(req.body, 'next')
    try {
      await changePassword(services.db, { account, current, next, at: services.clock() })
    } catch (error) {
      return showInvalid(services, res, error, 'current')
    }
    await beginSession(services, res, account.id)
    res.redirect(303, '/account')
  }
}

/** POST /account/tokens: shows the new token, this once. */
export function createToken(services: Services): RequestHandler {
  return async (req, res) => {
    const account = currentAccount(res)
    const name = fieldOf(req.body, 'name')
    const chosen = scopes.filter((scope) => fieldOf(req.body, `scope-${scope}`) !== '')
    try {
      const asked = { account, name, scopes: chosen, by: account, at: services.clock() }
      const { token } = await addToken(services.db, asked)
      res.status(201).render('accounts/token', { name, token, scopes: chosen })
    } catch (error) {
      await showInvalid(services, res, error, chosen.length === 0 ? 'scope-read' : 'name', { name, chosen })
    }
  }
}

/** POST /account/tokens/:tokenId/revocation */
export function createRevocation({ db, clock }: Services): RequestHandler<{ tokenId: string }> {
  return async (req, res) => {
    await revokeToken(db, { tokenId: req.params.tokenId, account: currentAccount(res), at: clock() })
    res.redirect(303, '/account')
  }
}

/** POST /account/sign-out-everywhere */
export function signOutOfAll({ db, clock, config }: Services): RequestHandler {
  return async (_req, res) => {
    await signOutEverywhere(db, { account: currentAccount(res), at: clock() })
    clearCookie(res, 'session', config)
    res.redirect(303, '/sign-in')
  }
}

/** The page again with what was wrong; other errors go on to where errors are shown. */
function showInvalid(
  services: Services,
  res: Response,
  error: unknown,
  field: string,
  typed: TypedToken = NEW_TOKEN,
): Promise<void> {
  if (!(error instanceof Invalid)) throw error
  return showPage(services, res, 422, [{ field, text: error.message }], typed)
}

async function showPage(
  { db, config }: Services,
  res: Response,
  status: number,
  problems: Problem[] = [],
  typed: TypedToken = NEW_TOKEN,
): Promise<void> {
  const tokens = (await listTokens(db, currentAccount(res).id)).map(tokenView)
  res.status(status).render('accounts/own', {
    tokens,
    typed,
    scopes: scopes.map((scope) => ({
      scope,
      words: scopeWords[scope],
      chosen: typed.chosen.includes(scope),
    })),
    problems: linked(problems),
    shortest: SHORTEST_PASSWORD,
    notices: { way: await noticeWayOf(db, currentAccount(res)), mailed: config.mail !== null },
  })
}

const tokenView = ({ id, name, scopes: given, createdAt, lastUsedAt }: Token) => ({
  id,
  name,
  scopes: given.join(', '),
  created: timeWords(createdAt),
  used: lastUsedAt === null ? null : timeWords(lastUsedAt),
})
