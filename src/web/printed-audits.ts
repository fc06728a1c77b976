import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { loadPrintedAudit } from '../audit/printed/load-printed-audit.ts'
import { printedAuditPage } from '../audit/printed/printed-audit-page.ts'
import { PRINTED_STYLE } from '../audit/printed/printed-style.ts'
import { showReport } from '../drafts/report-view.ts'
import { printingBrowser, printPage } from '../exports/page/print-page.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'

/** The one style that the printed page has in it, and nothing else. */
const ONLY_ITS_STYLE = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PRINTED_STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** GET /reports/:reportId/audit/print: the audit as one page for paper. `?as=pdf`: printed by Chromium, where there is one. */
export function showPrintedAudit({ db, clock }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const hidden = await loadHidden(db, report, reader.id)
    const html = printedAuditPage(await loadPrintedAudit(db, report.id, { hidden, at: clock() }))
    if (req.query['as'] !== 'pdf' || printingBrowser() === null) {
      res.setHeader('Content-Security-Policy', ONLY_ITS_STYLE)
      res.type('html').send(html)
      return
    }
    const pdf = await printPage(html)
    res.type('pdf').attachment(`audit-draft-${report.draft.number}.pdf`).send(Buffer.from(pdf))
  }
}
