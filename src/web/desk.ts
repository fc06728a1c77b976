import type { RequestHandler } from 'express'
import { may } from '../accounts/policy.ts'
import { currentAccount } from './middleware/current-account.ts'
import type { Services } from '../services.ts'
import { loadDesk, loadPanel, type LoadedDesk } from './load-desk-page.ts'
import { readingAt } from '../drafts/reading-cache.ts'
import { deskMarkers } from './loading/load-desk.ts'
import { filterOn, readDeskFilter } from './pages/desk-filter.ts'
import { deskAddress, deskFrame, deskPage } from './pages/desk-page.ts'
import { firstToOpen } from './pages/desk-walk.ts'
import { comeAfter } from './presence.ts'
import { listHandOvers } from '../review/list-hand-overs.ts'
import { handOverLines } from './pages/together-page.ts'
import { readingBanner } from './pages/reading-banner.ts'
import { ruledNotice } from './pages/ruled-notice.ts'
import { claimNumberOf, wantsPart } from './panel-request.ts'

/**
 * GET /reports/:reportId/desk?claim=12&status=&level=&missing=&q=: the text with every claim marked, and claim 12 at hand.
 * An address that names no claim leads to one that does. With `X-Part: panel` only what changes between two claims.
 */
export function showDesk({ db, clock, log }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const desk = await loadDesk(db, req.params.reportId, reader, readDeskFilter(req.query))
    const named = claimNumberOf(req.query['claim'])
    const opened = named ?? firstOf(desk)
    if (named === null && opened !== null) {
      res.redirect(303, withoutFragment(desk, opened))
      return
    }
    const panel =
      opened === null
        ? null
        : await loadPanel(db, desk, opened, { reader, back: 'desk', refused: null, now: clock() })
    if (panel !== null) comeAfter(res, { db, clock, log }, panel.id, reader)
    const ruled = ruledNotice(desk.claims, claimNumberOf(req.query['ruled']))
    if (wantsPart(req, res)) res.render('desk/part', { desk: { ...deskFrame(desk), panel }, ruled })
    else
      res.render('desk/show', {
        desk: deskPage(
          desk,
          deskMarkers(await readingAt(db, desk.draft.draftId, desk.reading.revision)),
          panel,
        ),
        ruled,
        handOvers: handOverLines(await listHandOvers(db, desk.draft.reportId, reader, true)),
        banner: readingBanner(desk.reading, {
          reportId: desk.draft.reportId,
          draftId: desk.draft.draftId,
          required: desk.policy.requireConfirmedReading,
          mayConfirm: may(reader, 'confirm reading', desk.target),
          back: 'desk',
        }),
      })
  }
}

const firstOf = ({ claims, draft, filter }: LoadedDesk): number | null =>
  firstToOpen(claims, filterOn(draft.text, filter))

/** On a small screen an address without a fragment shows the text, not the claim. */
const withoutFragment = ({ draft, filter }: LoadedDesk, claimNumber: number): string =>
  deskAddress(draft.reportId, filter, claimNumber).replace(/#.*/, '')
