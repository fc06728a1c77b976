import type { Services } from '../../services.ts'
import * as accounts from '../accounts.ts'
import * as own from '../own-account.ts'
import { get, post, type Route } from '../routing.ts'
import { showSetup, createFirstAdmin } from '../setup.ts'
import { showSignIn, signIn, signOut } from '../sign-in.ts'

/** Signing in, one’s own account, and the accounts of the desk. */
export const accountRoutes = (services: Services): readonly Route[] => [
  get('/sign-in', 'anyone', showSignIn),
  post('/sign-in', 'anyone', signIn(services)),
  post('/sign-out', 'use own account', signOut(services)),
  get('/setup/:secret', 'anyone', showSetup(services)),
  post('/setup/:secret', 'anyone', createFirstAdmin(services)),

  get('/account', 'use own account', own.showOwnAccount(services)),
  post('/account/password', 'use own account', own.changeOwnPassword(services)),
  post('/account/tokens', 'use own account', own.createToken(services)),
  post('/account/tokens/:tokenId/revocation', 'use own account', own.createRevocation(services)),
  post('/account/sign-out-everywhere', 'use own account', own.signOutOfAll(services)),

  get('/accounts', 'manage accounts', accounts.showAccounts(services)),
  post('/accounts', 'manage accounts', accounts.createAccount(services)),
  post('/accounts/:accountId/role', 'manage accounts', accounts.createRole(services)),
  post('/accounts/:accountId/suspension', 'manage accounts', accounts.createSuspension(services)),
  post('/accounts/:accountId/reinstatement', 'manage accounts', accounts.createReinstatement(services)),
  post('/accounts/:accountId/password', 'manage accounts', accounts.createPassword(services)),
]
