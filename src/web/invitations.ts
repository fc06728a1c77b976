import type { RequestHandler, Response } from 'express'
import type { Account } from '../accounts/account.ts'
import { acceptInvitation, invitedAccount } from '../accounts/invitations/accept-invitation.ts'
import type { Invited } from '../accounts/invitations/invitation.ts'
import { inviteAgain } from '../accounts/invitations/invite.ts'
import { revokeInvitation } from '../accounts/invitations/revoke-invitation.ts'
import { nameProblem } from '../accounts/new-account.ts'
import { passwordProblem, SHORTEST_PASSWORD } from '../accounts/password.ts'
import type { Services } from '../services.ts'
import { beginSession } from './begin-session.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { linked } from './page-problems.ts'
import { timeWords } from './pages/time-words.ts'

interface Link {
  secret: string
}

interface AccountNamed {
  accountId: string
}

/** The page that shows a new link, this once. */
export function showInvitationLink(
  { config }: Services,
  res: Response,
  owner: Account,
  { secret, expiresAt }: Invited,
): void {
  const link = `${config.baseUrl}/invitations/${secret}`
  res.status(201).render('accounts/invitation', { owner, link, until: timeWords(expiresAt) })
}

/** POST /accounts/:accountId/invitations: the link anew. */
export function createInvitation(services: Services): RequestHandler<AccountNamed> {
  return async (req, res) => {
    const { accountId } = req.params
    const by = { by: currentAccount(res), at: services.clock() }
    const { account, ...invited } = await inviteAgain(services.db, { accountId, ...by })
    showInvitationLink(services, res, account, invited)
  }
}

/** POST /accounts/:accountId/invitations/revocation */
export function createInvitationRevocation({ db, clock }: Services): RequestHandler<AccountNamed> {
  return async (req, res) => {
    const { accountId } = req.params
    await revokeInvitation(db, { accountId, by: currentAccount(res), at: clock() })
    res.redirect(303, '/accounts')
  }
}

/** GET /invitations/:secret: the form in which somebody who was invited sets a password. */
export function showInvitation({ db, clock }: Services): RequestHandler<Link> {
  return async (req, res) => {
    const { name, email } = await invitedAccount(db, req.params.secret, clock())
    showForm(res, 200, { name, email, problems: [] })
  }
}

/** POST /invitations/:secret: sets name and password, uses the link up, and signs in. */
export function createAcceptance(services: Services): RequestHandler<Link> {
  return async (req, res) => {
    const { secret } = req.params
    const { email } = await invitedAccount(services.db, secret, services.clock())
    const [name, password] = [fieldOf(req.body, 'name'), fieldOf(req.body, 'password')]
    const problems = linked([...nameProblem(name), ...passwordProblem(password)])
    if (problems.length > 0) {
      showForm(res, 422, { name, email, problems })
      return
    }
    const account = await acceptInvitation(services.db, { secret, name, password, at: services.clock() })
    await beginSession(services, res, account.id)
    res.redirect(303, '/reports')
  }
}

function showForm(res: Response, status: number, form: object): void {
  res.status(status).render('accounts/accept', { ...form, shortest: SHORTEST_PASSWORD })
}
