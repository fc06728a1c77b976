import type { RequestHandler } from 'express'
import { changeRole } from '../accounts/change-role.ts'
import { inviteAgain, inviteSomebody } from '../accounts/invitations/invite.ts'
import type { Invited } from '../accounts/invitations/invitation.ts'
import { revokeInvitation } from '../accounts/invitations/revoke-invitation.ts'
import { accountById, listAccounts } from '../accounts/load-account.ts'
import { reinstateAccount, type Suspension, suspendAccount } from '../accounts/suspend-account.ts'
import type { Account } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { openWorkOf } from '../review/open-work.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newInvitation, newRole } from './account-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /account: whose token it is. */
export function showOwnAccount(): RequestHandler {
  return (_req, res) => {
    res.json({ ...currentAccount(res), scopes: res.locals['scopes'] as readonly string[] })
  }
}

/** GET /accounts: everybody, the sample's last, then by name. */
export function indexAccounts({ db }: Services): RequestHandler {
  return async (_req, res) => {
    res.json({ items: await listAccounts(db), next: null })
  }
}

/** POST /accounts: adds somebody; the link is in this answer and nowhere else. */
export function createAccount({ db, clock, config }: Services): RequestHandler {
  return async (req, res) => {
    const account = parse(newInvitation, req.body)
    const invited = await inviteSomebody(db, { ...account, by: currentAccount(res), at: clock() })
    res.status(201).json({ account: invited.account, ...linkOf(invited, config.baseUrl) })
  }
}

/** POST /accounts/:id/invitations: the link anew. */
export function createInvitation({ db, clock, config }: Services): RequestHandler {
  return async (req, res) => {
    const { id: accountId } = parse(idParams, req.params)
    const invited = await inviteAgain(db, { accountId, by: currentAccount(res), at: clock() })
    res.status(201).json({ account: invited.account, ...linkOf(invited, config.baseUrl) })
  }
}

const linkOf = ({ secret, expiresAt }: Invited, baseUrl: string) => ({
  link: `${baseUrl}/invitations/${secret}`,
  expiresAt,
})

/** POST /accounts/:id/invitations/revocations */
export const createInvitationRevocation = (services: Services): RequestHandler =>
  change(services, revokeInvitation)

/** POST /accounts/:id/suspensions */
export const createSuspension = (services: Services): RequestHandler => change(services, suspendAccount)

/** POST /accounts/:id/reinstatements */
export const createReinstatement = (services: Services): RequestHandler => change(services, reinstateAccount)

/** POST /accounts/:id/roles */
export function createRole(services: Services): RequestHandler {
  return (req, res, next) => {
    const role = parse(newRole, req.body)
    return change(services, (db, asked) => changeRole(db, { ...asked, ...role }))(req, res, next)
  }
}

/** GET /accounts/:id/open-work: what they left open on the reports that you may read. */
export function indexOpenWork({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = await accountById(db, parse(idParams, req.params).id)
    res.json({ items: await openWorkOf(db, currentAccount(res), id), next: null })
  }
}

/** Does something to the account in the path, and answers with how it stands then. */
function change(
  { db, clock }: Services,
  act: (db: Database, asked: Suspension) => Promise<Account | undefined> | Promise<void>,
): RequestHandler {
  return async (req, res) => {
    const { id: accountId } = parse(idParams, req.params)
    await act(db, { accountId, by: currentAccount(res), at: clock() })
    res.status(201).json(await accountById(db, accountId))
  }
}
