import type { RequestHandler } from 'express'
import { auditReport } from '../audit/audit-report.ts'
import { showReport } from '../drafts/report-view.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { auditPage } from './pages/audit-page.ts'

/** GET /reports/:reportId/audit: what blocks, what warns, each a step from its claim. */
export function showAudit({ db, clock }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const audit = await auditReport(db, report.id, {
      hidden: await loadHidden(db, report, reader.id),
      at: clock(),
    })
    res.render('audit/show', { report, page: auditPage(report.id, audit) })
  }
}
