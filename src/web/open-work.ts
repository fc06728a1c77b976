import type { RequestHandler } from 'express'
import { accountById } from '../accounts/load-account.ts'
import { openWorkOf } from '../review/open-work.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { workByReport } from './pages/open-work-page.ts'

/** GET /accounts/:accountId/open-work: what somebody left open on the reports that the administrator may read, for hand-over. */
export function showOpenWork({ db }: Services): RequestHandler<{ accountId: string }> {
  return async (req, res) => {
    const owner = await accountById(db, req.params.accountId)
    const work = await openWorkOf(db, currentAccount(res), owner.id)
    res.render('accounts/open-work', { owner, reports: workByReport(work) })
  }
}
