import type { RequestHandler } from 'express'
import { statuses } from '../../claims/vocabulary.ts'
import { claimsThen } from '../../drafts/then/claims-then.ts'
import { fitsFilter } from '../../drafts/then/filter-claims.ts'
import type { Services } from '../../services.ts'
import { fieldOf } from '../forms/problems.ts'
import { currentAccount } from '../middleware/current-account.ts'
import { claimsTable } from '../pages/claims-table-page.ts'
import { readDeskFilter } from '../pages/desk-filter.ts'
import { pageNumber } from '../pages/page-links.ts'
import { progressFrom } from '../pages/progress.ts'
import { addressThen, thenBanner } from '../pages/then-banner.ts'
import { loadThen } from './load-then.ts'
import { momentAsked } from './moment-asked.ts'

const PER_PAGE = 100

/** GET /reports/:reportId/claims?at=2026-05-03&status=&level=&q=&page=: the claims as they stood, in order of their place. */
export function showClaimsThen({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res, next) => {
    const moment = momentAsked(req.query)
    if (moment === null) {
      next()
      return
    }
    const { report, then, hidden } = await loadThen(db, currentAccount(res), req.params.reportId, moment)
    const filter = readDeskFilter(req.query)
    const page = pageNumber(fieldOf(req.query, 'page'))
    const claims = (await claimsThen(db, then, hidden)).filter(
      fitsFilter({ ...filter, q: filter.words, missingNotes: filter.missing ?? false }),
    )
    const asked = { reportId: report.id, filter, order: 'position', page, perPage: PER_PAGE } as const
    const table = claimsTable(claims.slice((page - 1) * PER_PAGE, page * PER_PAGE), {
      ...asked,
      total: claims.length,
    })
    const also = (href: string | null): string | null =>
      href === null ? null : `${href}${href.includes('?') ? '&' : '?'}at=${encodeURIComponent(moment.given)}`
    res.render('then/claims', {
      report,
      banner: thenBanner(report.id, moment, {
        draft: then.draft.number,
        here: 'claims',
        now: `/reports/${report.id}/claims`,
        readingChanged: then.readingChanged,
      }),
      progress: progressFrom(
        new Map(statuses.map((status) => [status, report.counts[status]])),
        report.counts.settled,
      ),
      filter,
      rows: table.rows.map((row) => ({ ...row, href: addressThen(`/claims/${row.id}`, moment) })),
      pages: {
        ...table.pages,
        previous: also(table.pages.previous),
        next: also(table.pages.next),
      },
    })
  }
}
