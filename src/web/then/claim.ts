import type { RequestHandler } from 'express'
import { claimDetail, detailShown, type ClaimDetail } from '../../claims/claim-detail.ts'
import { claimEvidence } from '../../claims/claim-evidence.ts'
import { claimsThen } from '../../drafts/then/claims-then.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { listComments } from '../../review/list-comments.ts'
import type { Services } from '../../services.ts'
import { loadClaimLife } from '../loading/load-claim-life.ts'
import { loadDeskMarkers } from '../loading/load-desk.ts'
import { loadDraftText } from '../loading/load-draft-text.ts'
import { currentAccount } from '../middleware/current-account.ts'
import { claimContext } from '../pages/claim-context.ts'
import { claimThenPage } from '../pages/claim-then-page.ts'
import { textClaim, textMarkers } from '../pages/desk-page.ts'
import { addressThen, thenBanner } from '../pages/then-banner.ts'
import { timeWords } from '../pages/time-words.ts'
import { deskClaim } from './desk.ts'
import { loadThen } from './load-then.ts'
import { momentAsked } from './moment-asked.ts'

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
    const { report, then, hidden } = await loadThen(db, reader, found.reportId, moment)
    const [claim] = await claimsThen(db, then, hidden, claimId)
    if (claim === undefined)
      throw new Invalid(
        `There was no claim ${found.number} yet on ${timeWords(moment.at).words}. Choose a later date.`,
      )
    const [draft, markers, evidence, comments, life] = await Promise.all([
      loadDraftText(db, report),
      loadDeskMarkers(db, then.draft.id),
      claimEvidence(db, reader, {
        ...{ id: claimId, quote: claim.quote, labels: [], language: report.language, hidden },
        until: moment.at,
      }),
      listComments(db, reader, { claimId }),
      loadClaimLife(db, { reportId: report.id, claimId, number: claim.number }, hidden, moment.at),
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
      life,
    })
  }
}
