import type { RequestHandler } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { changeReportPolicy } from '../drafts/change-report-policy.ts'
import { showReport } from '../drafts/report-view.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

/** GET /reports/:reportId/settings: what the report asks of its checkers. `?saved`: after it was changed. */
export function showSettings({ db }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const editor = currentAccount(res)
    const report = await showReport(db, editor, req.params.reportId)
    assertMay(editor, 'change settings', targetOf(report))
    res.render('reports/settings', { report, saved: req.query['saved'] !== undefined })
  }
}

/** POST /reports/:reportId/settings */
export function createSettings({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    await changeReportPolicy(db, {
      reportId,
      policy: { requireConfirmedReading: fieldOf(req.body, 'requireConfirmedReading') !== '' },
      changedBy: currentAccount(res),
      at: clock(),
    })
    res.redirect(303, `/reports/${reportId}/settings?saved`)
  }
}
