import { newInvitation, newRole } from './account-schemas.ts'
import * as accounts from './accounts.ts'
import { type ApiRoute, REFUSALS } from './api-route.ts'
import { idParams } from './schemas.ts'

const CHANGED = {
  201: 'The account as it stands then',
  409: 'It cannot be done to this account as it stands',
  ...REFUSALS,
}
const INVITED = {
  201: 'The account, and the link that works once; it is in no other answer',
  409: 'The e-mail has an account, or this one has a password or is suspended',
  422: 'The body does not fit',
  ...REFUSALS,
}

/** One of the changes that are made to the account in the path. */
const change = (
  place: string,
  summary: string,
  handler: ApiRoute['handler'],
  more: Partial<ApiRoute> = {},
): ApiRoute => ({
  method: 'post',
  path: `/accounts/:id/${place}`,
  summary,
  handler,
  access: 'manage accounts',
  params: idParams,
  answers: CHANGED,
  ...more,
})

/** What the API serves about the accounts of the desk. */
export const accountRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/account',
    summary: 'Whose token this is, and what it may be used for',
    handler: accounts.showOwnAccount,
    access: 'use own account',
    answers: { 200: 'The account and the token’s scopes', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/accounts',
    summary: 'Everybody of the desk',
    handler: accounts.indexAccounts,
    access: 'manage accounts',
    answers: { 200: 'All accounts', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/accounts',
    summary: 'Add an account and invite its owner',
    handler: accounts.createAccount,
    access: 'manage accounts',
    body: newInvitation,
    answers: INVITED,
  },
  {
    method: 'get',
    path: '/accounts/:id/open-work',
    summary: 'What somebody left open on the reports that you may read',
    handler: accounts.indexOpenWork,
    access: 'manage accounts',
    params: idParams,
    answers: { 200: 'Assignments, queries, fixes and objections that wait for them', ...REFUSALS },
  },
  change('roles', 'Give an account another role', accounts.createRole, {
    body: newRole,
    answers: { ...CHANGED, 422: 'The body does not fit' },
  }),
  change(
    'suspensions',
    'Suspend an account: its sessions, tokens and invitations end',
    accounts.createSuspension,
  ),
  change('reinstatements', 'Let a suspended account in again', accounts.createReinstatement),
  change('invitations', 'Make an invitation’s link anew', accounts.createInvitation, { answers: INVITED }),
  change('invitations/revocations', 'Take an invitation back', accounts.createInvitationRevocation),
]
