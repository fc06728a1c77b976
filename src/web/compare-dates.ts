import type { RequestHandler } from 'express'
import { changesBetween } from '../drafts/then/changes-between.ts'
import { showReport } from '../drafts/report-view.ts'
import { listEvents } from '../history/list-events.ts'
import { momentOf } from '../history/moment.ts'
import { eventsShown } from '../review/hidden-events.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { comparePage } from './pages/compare-dates-page.ts'
import { momentWords } from './pages/then-banner.ts'
import { momentAsked } from './then/moment-asked.ts'

/** Events between the two times that are told; the history has all. */
const MOST_EVENTS = 1_000

/** GET /reports/:reportId/history/compare?from=2026-05-03&to=2026-05-09T14:00: what stands otherwise; `to` is now unless given. */
export function showComparedDates({ db, clock }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const asked = { from: momentAsked(req.query, 'from'), to: momentAsked(req.query, 'to') }
    const to = asked.to ?? { at: clock(), given: '' }
    const from = asked.from ?? momentOf(report.createdAt.toISOString()) ?? to
    const between = { from: from.at, to: to.at }
    const { before, after, turns, hidden } = await changesBetween(db, reader, report, between)
    const { items } = await listEvents(db, {
      chain: report.id,
      since: from.at,
      asOf: to.at,
      limit: MOST_EVENTS,
    })
    const counts = { from: before.counts, to: after.counts }
    res.render('history/compare', {
      report,
      from: { at: momentWords(from), given: from.given, draft: before.draft.number },
      to: {
        at: asked.to === null ? 'now' : momentWords(to),
        given: to.given,
        draft: after.draft.number,
      },
      readingChanged: before.readingChanged || after.readingChanged,
      page: comparePage(turns, counts, eventsShown(items, hidden)),
    })
  }
}
