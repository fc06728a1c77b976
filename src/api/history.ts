import type { RequestHandler } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import { listEvents } from '../history/list-events.ts'
import { eventsShown } from '../review/hidden-events.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { historyQuery, idParams } from './schemas.ts'

/** GET /reports/:id/history: events by `seq`, as they were at `at` where that is given. */
export function indexHistory({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const { limit, cursor, at } = parse(historyQuery, req.query)
    const { items, next } = await listEvents(db, {
      chain: report.id,
      limit,
      ...(cursor === undefined ? {} : { after: seqOf(cursor) }),
      ...(at === undefined ? {} : { asOf: new Date(at) }),
    })
    const shown = eventsShown(items, await loadHidden(db, report, reader.id))
    res.json({ items: shown, next: next === null ? null : String(next) })
  }
}

function seqOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new Invalid('cursor: use the “next” of the page before.')
}
