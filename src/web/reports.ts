import type { RequestHandler } from 'express'
import { may } from '../accounts/policy.ts'
import { listReports } from '../drafts/report-view.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { reportRow } from './pages/report-row.ts'

const PER_PAGE = 50

/** GET /reports?after=ID: the reports that this person may read. */
export function showReports({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const after = fieldOf(req.query, 'after')
    const page = await listReports(db, reader, { limit: PER_PAGE, ...(after === '' ? {} : { after }) })
    res.render('reports/index', {
      reports: page.items.map((report) => reportRow(report)),
      next: page.next,
      mayImport: may(reader, 'import report'),
    })
  }
}
