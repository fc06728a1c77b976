import type { RequestHandler } from 'express'
import { auditReport } from '../audit/audit-report.ts'
import { showReport } from '../drafts/report-view.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /reports/:id/audit: what the audit has to say of the present draft now, as far as the reader is shown it. */
export function showAudit({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    res.json(
      await auditReport(db, report.id, { hidden: await loadHidden(db, report, reader.id), at: clock() }),
    )
  }
}
