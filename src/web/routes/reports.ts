import type { Services } from '../../services.ts'
import { showClaimsTable } from '../claims-table.ts'
import * as corrections from '../corrections.ts'
import * as coverage from '../coverage.ts'
import { createReport, newReport, showReadingUnderWay } from '../create-report.ts'
import { showDesk } from '../desk.ts'
import * as exportsOf from '../exports.ts'
import { showComparedDates } from '../compare-dates.ts'
import { showHistory } from '../history.ts'
import { receiveFile } from '../middleware/receive-file.ts'
import { showNotes } from '../notes.ts'
import * as reading from '../reading.ts'
import { ReadingsUnderWay } from '../readings-under-way.ts'
import * as reports from '../reports.ts'
import * as settings from '../settings.ts'
import { get, post, type Route } from '../routing.ts'
import { showClaimsThen } from '../then/claims.ts'
import { showDeskThen } from '../then/desk.ts'
import { showNotesThen } from '../then/notes.ts'

/** Reports, how they were read, and the pages about one of them. */
export const reportRoutes = (services: Services, readings: ReadingsUnderWay): readonly Route[] => [
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
  get('/reports/:reportId/desk', 'read report', [showDeskThen(services), showDesk(services)]),
  get('/reports/:reportId/claims', 'read report', [showClaimsThen(services), showClaimsTable(services)]),
  get('/reports/:reportId/coverage', 'read report', coverage.showCoverage(services)),
  post('/reports/:reportId/coverage', 'classify sentences', coverage.createClassification(services)),
  post(
    '/reports/:reportId/coverage/withdrawals',
    'classify sentences',
    coverage.createClassificationWithdrawal(services),
  ),
  get('/reports/:reportId/notes', 'read report', [showNotesThen(services), showNotes(services)]),
  get('/reports/:reportId/history', 'read history', showHistory(services)),
  get('/reports/:reportId/history/compare', 'read history', showComparedDates(services)),
  get('/reports/:reportId/settings', 'change settings', settings.showSettings(services)),
  post('/reports/:reportId/settings', 'change settings', settings.createSettings(services)),
  post('/reports/:reportId/settings/file', 'change settings', settings.createPolicyFile(services)),
  get('/reports/:reportId/export', 'export', exportsOf.showExport(services)),
  post('/reports/:reportId/exports', 'export', exportsOf.createExport(services)),
]
