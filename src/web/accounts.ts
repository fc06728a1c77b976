import type { RequestHandler } from 'express'
import type { Role } from '../accounts/account.ts'
import { resetPassword } from '../accounts/change-password.ts'
import { changeRole } from '../accounts/change-role.ts'
import { inviteSomebody } from '../accounts/invitations/invite.ts'
import { listInvitations } from '../accounts/invitations/list-invitations.ts'
import { accountById, accountsWithPassword, listAccounts } from '../accounts/load-account.ts'
import {
  emailProblem,
  nameProblem,
  type NewAccount,
  type Problem,
  roleProblem,
} from '../accounts/new-account.ts'
import { reinstateAccount, suspendAccount } from '../accounts/suspend-account.ts'
import { currentAccount } from './middleware/current-account.ts'
import { Conflict } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { showInvitationLink } from './invitations.ts'
import { linked } from './page-problems.ts'
import { accountRow, type AccountRow } from './pages/accounts-page.ts'

interface AccountNamed {
  accountId: string
}

const EMPTY = { email: '', name: '', role: 'reviewer', legal: false }

/** GET /accounts: everybody, and the form that invites somebody. */
export function showAccounts(services: Services): RequestHandler {
  return async (_req, res) =>
    res.render('accounts/index', { rows: await loadRows(services), form: EMPTY, problems: [] })
}

async function loadRows({ db, clock }: Services): Promise<AccountRow[]> {
  const [accounts, withPassword, invitations] = await Promise.all([
    listAccounts(db),
    accountsWithPassword(db),
    listInvitations(db, clock()),
  ])
  return accounts.map((account) =>
    accountRow(account, {
      hasPassword: withPassword.has(account.id),
      invitation: invitations.get(account.id),
    }),
  )
}

/** POST /accounts: adds somebody and shows the link of their invitation, this once. */
export function createAccount(services: Services): RequestHandler {
  return async (req, res) => {
    const form = readAccountForm(req.body)
    const problems = problemsOf(form)
    const again = async (status: number, problems: Problem[]): Promise<void> =>
      res
        .status(status)
        .render('accounts/index', { rows: await loadRows(services), form, problems: linked(problems) })
    if (problems.length > 0) return again(422, problems)
    try {
      const by = { by: currentAccount(res), at: services.clock() }
      const { account, ...invited } = await inviteSomebody(services.db, { ...form, ...by })
      showInvitationLink(services, res, account, invited)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      await again(409, [{ field: 'email', text: error.message }])
    }
  }
}

/** The role is checked by `roleProblem` before anything is done with it. */
const readAccountForm = (body: unknown): NewAccount => ({
  email: fieldOf(body, 'email'),
  name: fieldOf(body, 'name'),
  role: fieldOf(body, 'role') as Role,
  legal: fieldOf(body, 'legal') !== '',
})

const problemsOf = ({ email, name, role }: NewAccount): Problem[] => [
  ...nameProblem(name),
  ...emailProblem(email),
  ...roleProblem(role),
]

/** POST /accounts/:accountId/role */
export function createRole({ db, clock }: Services): RequestHandler<AccountNamed> {
  return async (req, res) => {
    const { role, legal } = readAccountForm(req.body)
    await changeRole(db, {
      accountId: req.params.accountId,
      role,
      legal,
      by: currentAccount(res),
      at: clock(),
    })
    res.redirect(303, '/accounts')
  }
}

/** POST /accounts/:accountId/suspension: then what they leave open, to be handed over. */
export function createSuspension({ db, clock }: Services): RequestHandler<AccountNamed> {
  return async (req, res) => {
    await suspendAccount(db, { accountId: req.params.accountId, by: currentAccount(res), at: clock() })
    res.redirect(303, `/accounts/${req.params.accountId}/open-work`)
  }
}

/** POST /accounts/:accountId/reinstatement */
export function createReinstatement({ db, clock }: Services): RequestHandler<AccountNamed> {
  return async (req, res) => {
    await reinstateAccount(db, { accountId: req.params.accountId, by: currentAccount(res), at: clock() })
    res.redirect(303, '/accounts')
  }
}

/** POST /accounts/:accountId/password: a new password for somebody who lost theirs, shown this once. */
export function createPassword({ db, clock }: Services): RequestHandler<AccountNamed> {
  return async (req, res) => {
    const { accountId } = req.params
    const password = await resetPassword(db, { accountId, by: currentAccount(res), at: clock() })
    res.status(201).render('accounts/password', { owner: await accountById(db, accountId), password })
  }
}
