import type { RequestHandler } from 'express'
import { may } from '../accounts/policy.ts'
import { claimOrders, countClaims, listClaims, type ClaimFilter } from '../claims/list-claims.ts'
import { showReport } from '../drafts/report-view.ts'
import { groupsOf } from './loading/load-groups.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { loadAssigning } from './loading/load-assigning.ts'
import { currentAccount } from './middleware/current-account.ts'
import { claimsTable } from './pages/claims-table-page.ts'
import { readDeskFilter } from './pages/desk-filter.ts'
import { pageNumber } from './pages/page-links.ts'
import { progressFrom } from './pages/progress.ts'
import { targetOf } from './target-of.ts'
import { statuses } from '../claims/vocabulary.ts'

const PER_PAGE = 100

/** GET /reports/:reportId/claims?status=&level=&missing=&q=&sort=&page= */
export function showClaimsTable({ db, clock }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const asked = readDeskFilter(req.query)
    const order = oneOf(claimOrders, fieldOf(req.query, 'sort')) ?? 'position'
    const page = pageNumber(fieldOf(req.query, 'page'))
    const filter: ClaimFilter = {
      status: asked.status,
      level: asked.level,
      q: asked.words,
      missingNotes: asked.missing ?? false,
      risk: asked.risk,
      group: asked.group,
      hidden: await loadHidden(db, report, reader.id),
    }
    const [total, { items }] = await Promise.all([
      countClaims(db, report.draft.id, filter),
      listClaims(db, report.draft.id, filter, { limit: PER_PAGE, skip: (page - 1) * PER_PAGE, order }),
    ])
    res.render('claims/index', {
      report,
      mayEdit: may(reader, 'edit claims', targetOf(report)),
      groups: await groupsOf(db, report.id),
      oneChecker: await db.claim.count({ where: { reportId: report.id, setAside: null, checkers: 1 } }),
      mayExport: may(reader, 'export', targetOf(report)),
      progress: progressFrom(
        new Map(statuses.map((status) => [status, report.counts[status]])),
        report.counts.settled,
      ),
      filter: asked,
      order,
      assigning: await loadAssigning(db, report, reader, clock()),
      here: req.originalUrl,
      table: claimsTable(items, {
        reportId: report.id,
        filter: asked,
        order,
        page,
        perPage: PER_PAGE,
        total,
      }),
    })
  }
}
