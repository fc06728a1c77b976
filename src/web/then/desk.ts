import type { RequestHandler } from 'express'
import type { ClaimView } from '../../claims/claim-view.ts'
import type { Status } from '../../claims/vocabulary.ts'
import { claimsThen } from '../../drafts/then/claims-then.ts'
import type { ConfidenceLevel } from '../../reading/document.ts'
import type { Services } from '../../services.ts'
import { loadDeskMarkers } from '../loading/load-desk.ts'
import { loadDraftText } from '../loading/load-draft-text.ts'
import { currentAccount } from '../middleware/current-account.ts'
import { textClaim, textMarkers } from '../pages/desk-page.ts'
import type { DeskClaim } from '../pages/desk-rows.ts'
import { galleyRows } from '../pages/galley.ts'
import { outlineOf } from '../pages/outline.ts'
import { progressOf } from '../pages/progress.ts'
import { textWithSpans } from '../../claims/text-in-html/text-with-spans.ts'
import { addressThen, thenBanner } from '../pages/then-banner.ts'
import { loadThen } from './load-then.ts'
import { momentAsked } from './moment-asked.ts'

/** GET /reports/:reportId/desk?at=2026-05-03T14:00: the text of the draft at work then, with its claims as they stood. */
export function showDeskThen({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res, next) => {
    const moment = momentAsked(req.query)
    if (moment === null) {
      next()
      return
    }
    const { report, then, hidden } = await loadThen(db, currentAccount(res), req.params.reportId, moment)
    const [draft, markers, views] = await Promise.all([
      loadDraftText(db, report),
      loadDeskMarkers(db, then.draft.id),
      claimsThen(db, then, hidden),
    ])
    const claims = views.filter(({ setAside }) => setAside === null).map(deskClaim)
    const ids = new Map(claims.map(({ number, id }) => [number, id]))
    res.render('then/desk', {
      report,
      language: draft.language,
      banner: thenBanner(report.id, moment, {
        draft: then.draft.number,
        here: 'desk',
        now: `/reports/${report.id}/desk`,
        readingChanged: then.readingChanged,
      }),
      outline: outlineOf(draft, claims, new Map()),
      progress: progressOf(claims),
      textHtml: textWithSpans({
        text: draft.text,
        blocks: draft.blocks,
        claims: claims.flatMap((claim) => textClaim(claim, true, false)),
        markers: textMarkers(draft, markers),
        addressOf: (number) => addressThen(`/claims/${ids.get(number) ?? ''}`, moment),
      }),
      galleyRows: galleyRows(draft.text, claims),
      lost: claims.filter(({ start }) => start === null).map(({ id, number }) => lostLink(id, number, views)),
      hrefOf: (id: string) => addressThen(`/claims/${id}`, moment),
    })
  }
}

/** A claim of then as the desk's text shows it. */
export const deskClaim = (claim: ClaimView): DeskClaim => ({
  ...claim,
  status: claim.status as Status,
  level: claim.confidence.asWritten as ConfidenceLevel,
  groupName: claim.group,
  missingNotes: claim.notes.filter(({ note }) => note === null).length,
})

const lostLink = (id: string, number: number, views: readonly ClaimView[]) => ({
  id,
  number,
  quote: views.find((view) => view.id === id)?.quote ?? '',
})
