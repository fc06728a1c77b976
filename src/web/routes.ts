import type { Services } from '../services.ts'
import * as accounts from './accounts.ts'
import { showClaimsTable } from './claims-table.ts'
import * as claims from './claims.ts'
import * as corrections from './corrections.ts'
import * as coverage from './coverage.ts'
import { createReport, newReport, showReadingUnderWay } from './create-report.ts'
import { showDesk } from './desk.ts'
import * as exportsOf from './exports.ts'
import { showHistory } from './history.ts'
import { receiveFile } from './middleware/receive-file.ts'
import { showNotes } from './notes.ts'
import * as own from './own-account.ts'
import * as reading from './reading.ts'
import { ReadingsUnderWay } from './readings-under-way.ts'
import * as reports from './reports.ts'
import * as settings from './settings.ts'
import { get, post, type Route } from './routing.ts'
import { showSetup, createFirstAdmin } from './setup.ts'
import { showSignIn, signIn, signOut } from './sign-in.ts'

/** Every page and form: its path, who is let through to it (`accounts/policy.ts`), and what answers. */
export const webRoutes = (services: Services, readings = new ReadingsUnderWay()): readonly Route[] => [
  get('/', 'anyone', (_req, res) => res.redirect(303, '/reports')),

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

  get('/reports', 'see the desk', reports.showReports(services)),
  get('/reports/new', 'import report', newReport),
  post('/reports', 'import report', createReport(services, readings), receiveFile()),
  get('/reports/readings/:readingId', 'import report', showReadingUnderWay(services, readings)),
  get('/reports/:reportId/reading', 'read report', reading.showReading(services)),
  post('/reports/:reportId/reading/confirmations', 'confirm reading', reading.createConfirmation(services)),
  get('/reports/:reportId/reading/blocks', 'correct reading', corrections.showBlocks(services)),
  post('/reports/:reportId/corrections', 'correct reading', corrections.createCorrection(services)),
  post(
    '/reports/:reportId/corrections/withdrawals',
    'correct reading',
    corrections.createCorrectionWithdrawal(services),
  ),
  get('/reports/:reportId/desk', 'read report', showDesk(services)),
  get('/reports/:reportId/claims', 'read report', showClaimsTable(services)),
  get('/reports/:reportId/coverage', 'read report', coverage.showCoverage(services)),
  post('/reports/:reportId/coverage', 'classify sentences', coverage.createClassification(services)),
  post(
    '/reports/:reportId/coverage/withdrawals',
    'classify sentences',
    coverage.createClassificationWithdrawal(services),
  ),
  get('/reports/:reportId/notes', 'read report', showNotes(services)),
  get('/reports/:reportId/history', 'read history', showHistory(services)),
  get('/reports/:reportId/settings', 'change settings', settings.showSettings(services)),
  post('/reports/:reportId/settings', 'change settings', settings.createSettings(services)),
  get('/reports/:reportId/export', 'export', exportsOf.showExport(services)),
  post('/reports/:reportId/exports', 'export', exportsOf.createExport(services)),

  get('/claims/:claimId', 'read report', claims.showClaim(services)),
  post('/claims/:claimId/verdicts', 'rule', claims.createVerdict(services)),
  post('/claims/:claimId/withdrawals', 'withdraw verdict', claims.createWithdrawal(services)),
  post('/claims/:claimId/outcomes', 'decide outcome', claims.createOutcome(services)),
]
