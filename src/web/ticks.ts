import type { Request, RequestHandler, Response } from 'express'
import { may } from '../accounts/policy.ts'
import { TICK_KINDS } from '../claims/ticks/tick-span.ts'
import { listTicks } from '../drafts/list-ticks.ts'
import { showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import { type NewTick, tickSpan } from '../review/tick-span.ts'
import { claimAsked } from '../review/report-asked.ts'
import { withdrawTick } from '../review/withdraw-tick.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { draftOfReport } from './loading/draft-of-report.ts'
import { loadReportSources, loadTickSources } from './loading/load-tick-sources.ts'
import { currentAccount } from './middleware/current-account.ts'
import { pageNumber } from './pages/page-links.ts'
import { ROWS_PER_PAGE, shownRows, ticksAddress, tickChoice, ticksPage } from './pages/ticks-page.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse } from './panel-form.ts'
import { targetOf } from './target-of.ts'

/** GET /reports/:reportId/ticks?show=&page=: what is not ticked, in the order of the text. */
export function showTicks({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const ticks = await listTicks(db, reader, report.id)
    const show = tickChoice(fieldOf(req.query, 'show'))
    const page = pageNumber(fieldOf(req.query, 'page'))
    const rows = shownRows(ticks, show)
    const onPage = rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE)
    const placements = onPage.flatMap(({ claim }) => claim?.placementId ?? [])
    const target = targetOf(report)
    res.render('ticks/index', {
      report,
      page: ticksPage(ticks, onPage, {
        ...{ reportId: report.id, show, page, total: rows.length, readerId: reader.id },
        sources: await loadTickSources(db, ticks.text, placements),
        cited: await loadReportSources(db, ticks.draftId),
        against: fieldOf(req.query, 'against'),
        mayTick: may(reader, 'tick', target),
        mayTakeBackAll: may(reader, 'take back ticks of others', target),
      }),
    })
  }
}

/** POST /claims/:claimId/ticks: ticks one span of the claim at hand, then shows that claim. */
export function createTick(services: Services): RequestHandler<{ claimId: string }> {
  return (req, res) => {
    const refusal = { claimId: req.params.claimId, refused: NOTHING_REFUSED, field: '#claim' }
    return orRefuse(services, req, res, refusal, async (tickedBy) => {
      const claim = await claimAsked(services.db, req.params.claimId)
      const by = { reportId: claim.report.id, tickedBy }
      const { reportId, claimId, number } = await tick(services, req.body, by)
      const of = { reportId, claimId: claimId ?? req.params.claimId, number: number ?? 0 }
      res.redirect(303, addressOfClaim(req.body, of))
    })
  }
}

/** POST /reports/:reportId/ticks: the same from the report's list, which is shown again. */
export function createTickOnList(services: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const by = { reportId: req.params.reportId, tickedBy: currentAccount(res) }
    const { reportId } = await tick(services, req.body, by)
    res.redirect(303, listAgain(req.body, reportId))
  }
}

/** POST /ticks/:tickId/withdrawals: takes a tick back, then shows what it was taken back on. */
export function createTickWithdrawal({ db, clock }: Services): RequestHandler<{ tickId: string }> {
  return async (req: Request<{ tickId: string }>, res: Response) => {
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    const { reportId, claimId, number } = await withdrawTick(db, { tickId: req.params.tickId, ...by })
    const onList = fieldOf(req.body, 'show') !== '' || claimId === null || number === null
    const to = onList
      ? listAgain(req.body, reportId)
      : addressOfClaim(req.body, { reportId, claimId, number })
    res.redirect(303, to)
  }
}

async function tick(
  { db, clock }: Services,
  body: unknown,
  { reportId, tickedBy }: { readonly reportId: string; readonly tickedBy: NewTick['tickedBy'] },
) {
  const [, start, end, named] = /^(\d{1,9})-(\d{1,9})-([a-z]+)$/.exec(fieldOf(body, 'span')) ?? []
  const kind = oneOf(TICK_KINDS, named ?? '')
  if (kind === undefined) throw new Invalid('Choose the words to tick.')
  const span = { start: Number(start), end: Number(end) }
  const draftId = await draftOfReport(db, body, reportId)
  const quote = await wordsAt(db, draftId, span)
  return tickSpan(db, { draftId, ...span, quote, kind, ...againstOf(body), tickedBy, at: clock() })
}

/** The words that the page offered there: of the same draft, whose text never changes. */
async function wordsAt(db: Services['db'], draftId: string, { start, end }: { start: number; end: number }) {
  const draft = await db.draft.findUnique({
    where: { id: draftId },
    select: { text: { select: { body: true } } },
  })
  return draft?.text.body?.slice(start, end) ?? ''
}

function againstOf(body: unknown): Pick<NewTick, 'citationId' | 'sourceId'> {
  const [what, id] = fieldOf(body, 'against').split(':', 2)
  if (id === undefined || id === '') return {}
  return what === 'citation' ? { citationId: id } : { sourceId: id }
}

function listAgain(body: unknown, reportId: string): string {
  const [show, page] = [tickChoice(fieldOf(body, 'show')), pageNumber(fieldOf(body, 'page'))]
  const row = encodeURIComponent(fieldOf(body, 'row'))
  return `${ticksAddress(reportId, show, page, fieldOf(body, 'chosen'))}#t${row}`
}
