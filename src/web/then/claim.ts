import type { RequestHandler } from 'express'
import { claimDetail, detailShown, type ClaimDetail } from '../../claims/claim-detail.ts'
import { claimEvidence } from '../../claims/claim-evidence.ts'
import { claimsThen } from '../../drafts/then/claims-then.ts'
import { NotFound } from '../../errors.ts'
import { describeEvent } from '../../history/describe-event.ts'
import { listEvents } from '../../history/list-events.ts'
import { eventsShown } from '../../review/hidden-events.ts'
import { listComments } from '../../review/list-comments.ts'
import type { Services } from '../../services.ts'
import { loadDeskMarkers } from '../loading/load-desk.ts'
import { loadDraftText } from '../loading/load-draft-text.ts'
import { currentAccount } from '../middleware/current-account.ts'
import { claimContext } from '../pages/claim-context.ts'
import { claimThenPage } from '../pages/claim-then-page.ts'
import { textClaim, textMarkers } from '../pages/desk-page.ts'
import { addressThen, thenBanner } from '../pages/then-banner.ts'
import { timeWords } from '../pages/time-words.ts'
import { deskClaim } from './desk.ts'
import { loadThen, type LoadedThen } from './load-then.ts'
import { momentAsked } from './moment-asked.ts'

/** Events that the page lists; the report's history has all. */
const MOST_EVENTS = 50

/** GET /claims/:claimId?at=2026-05-03T14:00: a claim as it stood, with what had been said of it. */
export function showClaimThen({ db }: Services): RequestHandler<{ claimId: string }> {
  return async (req, res, next) => {
    const moment = momentAsked(req.query)
    if (moment === null) {
      next()
      return
    }
    const { claimId } = req.params
    const reader = currentAccount(res)
    const found = await db.claim.findUnique({
      where: { id: claimId },
      select: { reportId: true, number: true },
    })
    if (found === null) throw new NotFound('There is no such claim.')
    const loaded = await loadThen(db, reader, found.reportId, moment)
    const { report, then, hidden } = loaded
    const [claim] = await claimsThen(db, then, hidden, claimId)
    if (claim === undefined)
      throw new NotFound(`There was no claim ${found.number} yet on ${timeWords(moment.at).words}.`)
    const [draft, markers, evidence, comments, happened] = await Promise.all([
      loadDraftText(db, report),
      loadDeskMarkers(db, then.draft.id),
      claimEvidence(db, reader, {
        ...{ id: claimId, quote: claim.quote, labels: [], language: report.language, hidden },
        until: moment.at,
      }),
      listComments(db, reader, { claimId }),
      eventsThen(db, loaded, claimId),
    ])
    const detail = detailShown(await claimDetail(db, claimId), hidden)
    const deskHref = `${addressThen(`/reports/${report.id}/desk`, moment)}#c${claim.number}`
    const [marked = null] = textClaim(deskClaim(claim), true, true)
    res.render('then/claim', {
      report,
      language: draft.language,
      banner: thenBanner(report.id, moment, {
        draft: then.draft.number,
        here: 'claim',
        now: `/claims/${claimId}`,
        readingChanged: then.readingChanged,
      }),
      deskHref,
      contextHtml: claimContext({ draft, claim: marked, markers: textMarkers(draft, markers), deskHref }),
      claim: claimThenPage(claim, {
        ...(detail satisfies ClaimDetail),
        evidence: evidence.evidence,
        comments,
        at: moment.at,
      }),
      happened,
    })
  }
}

async function eventsThen(
  db: Services['db'],
  { report, then, hidden }: LoadedThen,
  claimId: string,
): Promise<readonly { readonly sentence: string; readonly at: ReturnType<typeof timeWords> }[]> {
  const { items } = await listEvents(db, {
    chain: report.id,
    claimId,
    asOf: then.at,
    order: 'desc',
    limit: MOST_EVENTS,
  })
  return eventsShown(items, hidden).map((event) => ({
    sentence: describeEvent(event),
    at: timeWords(new Date(event.at)),
  }))
}
