import type { Request, RequestHandler, Response } from 'express'
import { attachClaim } from '../drafts/attach-claim.ts'
import { detachClaim } from '../drafts/detach-claim.ts'
import { findPlaces } from '../drafts/find-places.ts'
import type { RecentComparisons } from '../drafts/recent-comparisons.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Span } from '../text/span.ts'
import { fieldOf, versionOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { placePage } from './pages/place-page.ts'

type Named = Request<{ claimId: string }>
type Handler = RequestHandler<{ claimId: string }>

/** GET /claims/:claimId/place?at=&words=: where a claim without a place may have gone, or whether one that has a place is there. */
export const showPlace =
  (services: Services, recent: RecentComparisons): Handler =>
  (req, res) =>
    show(services, recent, req, res, { status: 200, problem: null, fields: req.query })

/** POST /claims/:claimId/attachments: puts it on the words that were chosen (`place`: "12-34"), then shows the claim. */
export const createAttachment = (services: Services, recent: RecentComparisons): Handler =>
  placing(services, recent, async (req, given) => {
    const place = spanOf(fieldOf(req.body, 'place'))
    const words = fieldOf(req.body, 'exact').trim()
    if (place === null && words === '')
      throw new Invalid('Choose the words that the claim stands on now, or copy them from the text.')
    const chosen = words === '' && place !== null ? place : { words }
    await attachClaim(services.db, { ...given, place: chosen, attachedBy: given.actor })
    return undefined
  })

/** POST /claims/:claimId/detachments: takes it off words that are not its own, then offers to find its place. */
export const createDetachment = (services: Services, recent: RecentComparisons): Handler =>
  placing(services, recent, async (_req, given) => {
    await detachClaim(services.db, { ...given, detachedBy: given.actor })
    return `/claims/${given.claimId}/place`
  })

function placing(
  services: Services,
  recent: RecentComparisons,
  act: (req: Named, given: ReturnType<typeof givenIn>) => Promise<string | undefined>,
): Handler {
  return async (req, res) => {
    try {
      const to = await act(req, givenIn(services, req, res))
      res.redirect(303, to ?? `/claims/${req.params.claimId}`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const status = error instanceof Conflict ? 409 : 422
      await show(services, recent, req, res, { status, problem: error.message, fields: req.body })
    }
  }
}

const givenIn = ({ clock }: Services, req: Named, res: Response) => ({
  claimId: req.params.claimId,
  reason: fieldOf(req.body, 'reason'),
  seenVersion: versionOf(fieldOf(req.body, 'seenVersion')),
  actor: currentAccount(res),
  at: clock(),
})

async function show(
  { db }: Services,
  recent: RecentComparisons,
  req: Named,
  res: Response,
  shown: { readonly status: number; readonly problem: string | null; readonly fields: unknown },
): Promise<void> {
  const editor = currentAccount(res)
  const typed = {
    words: fieldOf(shown.fields, 'words'),
    exact: fieldOf(shown.fields, 'exact'),
    reason: fieldOf(shown.fields, 'reason'),
    place: fieldOf(shown.fields, 'place') || fieldOf(shown.fields, 'at'),
  }
  const asked = { claimId: req.params.claimId, at: spanOf(typed.place), words: typed.words }
  const claim = await findPlaces(db, editor, asked, recent)
  const report = await showReport(db, editor, claim.reportId)
  res.status(shown.status).render('drafts/place', {
    report,
    page: placePage(claim, typed.place),
    typed,
    problems: shown.problem === null ? [] : [{ text: shown.problem, href: '#places' }],
  })
}

function spanOf(given: string): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(given) ?? []
  return start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) }
}
