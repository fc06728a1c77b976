import type { RequestHandler } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { changeReportPolicy } from '../audit/change-report-policy.ts'
import { isShippedPolicy, shippedPolicy } from '../audit/shipped-policies.ts'
import { showReport, type ReportView } from '../drafts/report-view.ts'
import type { ReportPolicy } from '../review/report-policy.ts'
import type { Services } from '../services.ts'
import { readPolicyFile, readPolicyForm, type TypedPolicy } from './forms/policy-form.ts'
import type { Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { settingsPage } from './pages/settings-page.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

interface Shown {
  readonly report: ReportView
  readonly policy: ReportPolicy | TypedPolicy
  readonly problems?: readonly Problem[]
  readonly saved?: boolean
  /** Name of the policy that fills the form and is not saved. */
  readonly from?: string
  /** What was pasted as a file. */
  readonly file?: string
}

const viewOf = ({ report, policy, problems = [], saved = false, from = '', file }: Shown): object => ({
  ...{ report, policy, problems, saved, from },
  page: settingsPage(policy, file),
})

/**
 * GET /reports/:reportId/settings: what the report asks of its checkers, and before it is published. `?saved`: after it was changed.
 * `?from=newsroom`: the form filled with a policy that comes with Stet.
 */
export function showSettings({ db }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const editor = currentAccount(res)
    const report = await showReport(db, editor, req.params.reportId)
    assertMay(editor, 'change settings', targetOf(report))
    const { from = '' } = req.query
    const saved = req.query['saved'] !== undefined
    res.render(
      'reports/settings',
      viewOf(
        typeof from === 'string' && isShippedPolicy(from)
          ? { report, policy: shippedPolicy(from), from }
          : { report, policy: report.policy, saved },
      ),
    )
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
      res.status(422).render('reports/settings', viewOf({ report, policy, problems }))
      return
    }
    await changeReportPolicy(db, { reportId, policy: form.value, changedBy, at: clock() })
    res.redirect(303, `/reports/${reportId}/settings?saved`)
  }
}

/** POST /reports/:reportId/settings/file: a whole policy, pasted as its file. */
export function createPolicyFile({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const changedBy = currentAccount(res)
    const form = readPolicyFile(req.body)
    if (!form.ok) {
      const report = await showReport(db, changedBy, reportId)
      assertMay(changedBy, 'change settings', targetOf(report))
      const { typed: file, problems } = form
      const shown = { report, policy: report.policy, problems, file }
      res.status(422).render('reports/settings', viewOf(shown))
      return
    }
    await changeReportPolicy(db, { reportId, policy: form.value, changedBy, at: clock() })
    res.redirect(303, `/reports/${reportId}/settings?saved`)
  }
}
