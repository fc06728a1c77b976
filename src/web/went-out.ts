import type { RequestHandler } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { showWentOut } from '../publication/went-out/show-went-out.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { fieldOf } from './forms/problems.ts'
import { pageNumber } from './pages/page-links.ts'
import { wentOutPage } from './pages/went-out-page.ts'

/** GET /went-out/:wentOutId: a text as it went out, each difference from what was signed off. */
export function showOneWentOut({ db }: Services): RequestHandler<{ wentOutId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const view = await showWentOut(db, reader, req.params.wentOutId)
    const report = await showReport(db, reader, view.reportId)
    res.render('publications/went-out', {
      report,
      page: wentOutPage(view, pageNumber(fieldOf(req.query, 'page'))),
    })
  }
}
