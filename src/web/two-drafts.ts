import type { RequestHandler } from 'express'
import { may } from '../accounts/policy.ts'
import { compareDrafts } from '../drafts/compare-drafts.ts'
import { listDrafts } from '../drafts/list-drafts.ts'
import type { RecentComparisons } from '../drafts/recent-comparisons.ts'
import { showReport } from '../drafts/report-view.ts'
import { NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { twoDraftsPage } from './pages/two-drafts-page.ts'
import { pageNumber } from './pages/page-links.ts'
import { targetOf } from './target-of.ts'

/** GET /reports/:reportId/drafts/:number?with=&page=&all=&open=: a draft beside the one before it, or another earlier one. */
export function showComparison(
  { db }: Services,
  recent: RecentComparisons,
): RequestHandler<{ reportId: string; number: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const drafts = await listDrafts(db, report.id)
    const number = numberOf(req.params.number)
    if (!drafts.some((draft) => draft.number === number)) throw new NotFound('There is no such draft.')
    const earlier = drafts.map((draft) => draft.number).filter((other) => other < number)
    const asked = numberOf(fieldOf(req.query, 'with'))
    const old = earlier.find((other) => other === asked) ?? earlier[0]
    const common = { report, number, earlier, mayPlace: may(reader, 'edit claims', targetOf(report)) }
    if (old === undefined) {
      res.render('drafts/compare', { ...common, page: null })
      return
    }
    const compared = await compareDrafts(db, { report, readerId: reader.id, old, new: number }, recent)
    const open = fieldOf(req.query, 'open')
    const view = {
      page: pageNumber(fieldOf(req.query, 'page')),
      all: fieldOf(req.query, 'all') !== '',
      open: /^\d{1,6}$/.test(open) ? Number(open) : null,
    }
    const address = `/reports/${encodeURIComponent(report.id)}/drafts/${number}?with=${old}`
    res.render('drafts/compare', { ...common, page: twoDraftsPage(compared, view, address) })
  }
}

const numberOf = (given: string): number => (/^[1-9]\d{0,5}$/.test(given) ? Number(given) : 0)
