import type { RequestHandler } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { changeReportPolicy } from '../drafts/change-report-policy.ts'
import { showReport } from '../drafts/report-view.ts'
import type { Services } from '../services.ts'
import { readPolicyForm } from './forms/policy-form.ts'
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
    const saved = req.query['saved'] !== undefined
    res.render('reports/settings', { report, policy: report.policy, problems: [], saved })
  }
}

/** POST /reports/:reportId/settings */
export function createSettings({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const changedBy = currentAccount(res)
    const form = readPolicyForm(req.body)
    if (!form.ok) {
      const report = await showReport(db, changedBy, reportId)
      assertMay(changedBy, 'change settings', targetOf(report))
      const { typed: policy, problems } = form
      res.status(422).render('reports/settings', { report, policy, problems, saved: false })
      return
    }
    await changeReportPolicy(db, { reportId, policy: form.value, changedBy, at: clock() })
    res.redirect(303, `/reports/${reportId}/settings?saved`)
  }
}
