import type { RequestHandler } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { listEvents } from '../history/list-events.ts'
import { verifyChain } from '../history/verify-chain.ts'
import { eventsShown } from '../review/hidden-events.ts'
import { privilegedEvents } from '../review/privileged-events.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { momentOf } from '../history/moment.ts'
import { loadHistoryChart } from './loading/load-history-chart.ts'
import { chartColumns } from './pages/history-chart.ts'
import { historyPage } from './pages/history-page.ts'
import { momentWords } from './pages/then-banner.ts'
import { momentGiven } from './then/moment-asked.ts'

const PER_PAGE = 100

/**
 * GET /reports/:reportId/history?at=2026-01-05&before=SEQ: what happened, newest first, up to the end of a day or a minute (UTC),
 * with how the claims stood drawn over time.
 */
export function showHistory({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const hidden = await loadHidden(db, report, reader.id)
    const moment = momentOf(momentGiven(req.query))
    const day = moment?.given ?? ''
    const asOf = moment?.at ?? null
    const before = /^[1-9]\d{0,8}$/.exec(fieldOf(req.query, 'before'))?.[0]
    const events = await listEvents(db, {
      chain: report.id,
      order: 'desc',
      limit: PER_PAGE,
      ...(asOf === null ? {} : { asOf }),
      ...(before === undefined ? {} : { after: Number(before) }),
    })
    const items = eventsShown(events.items, hidden)
    const check = req.query['check'] === undefined ? null : await verifyChain(db, report.id)
    res.render('history/index', {
      report,
      day,
      asOf: moment === null ? null : momentWords(moment),
      chart: before === undefined ? await loadHistoryChart(db, report.id, hidden, asOf) : null,
      columns: chartColumns,
      page: historyPage(report.id, day, { ...events, items }),
      privileged: historyPage(report.id, day, {
        items: await privilegedEvents(db, report.id, reader, asOf),
        next: null,
      }).days,
      check,
    })
  }
}
