import { readingAt } from '../drafts/reading-cache.ts'
import type { Request, Response } from 'express'
import { NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { claimOfDesk, loadDesk, loadPanel } from './load-desk-page.ts'
import { loadClaimLife } from './loading/load-claim-life.ts'
import { deskMarkers } from './loading/load-desk.ts'
import { currentAccount } from './middleware/current-account.ts'
import { claimContext } from './pages/claim-context.ts'
import type { Refused } from './pages/ruling-forms.ts'
import { deskAddress, deskFrame, textClaim, textMarkers } from './pages/desk-page.ts'
import { comeAfter } from './presence.ts'
import { cameFrom, wantsPart } from './panel-request.ts'

/**
 * A claim's own page, also as the answer to a form that was refused. The desk's script gets the panel alone.
 * @throws NotFound no such claim · NotAllowed its report is closed to them
 */
export async function renderClaim(
  { db, clock, log }: Services,
  req: Pick<Request, 'body' | 'get'>,
  res: Response,
  { claimId, status, refused }: { claimId: string; status: number; refused: Refused | null },
): Promise<void> {
  const found = await db.claim.findUnique({ where: { id: claimId }, select: { reportId: true } })
  if (found === null) throw new NotFound('There is no such claim.')
  const reader = currentAccount(res)
  const { back, filter } = cameFrom(req.body)
  const desk = await loadDesk(db, found.reportId, reader, filter)
  const row = claimOfDesk(desk, ({ id }) => id === claimId)
  if (row === undefined) throw new NotFound('This claim stands in no part of the present draft.')
  const panel = await loadPanel(db, desk, row.number, { reader, back, refused, now: clock() })
  comeAfter(res, { db, clock, log }, claimId, reader)
  const frame = { ...deskFrame(desk), panel }
  res.status(status)
  if (wantsPart(req, res)) {
    res.render('desk/part', { desk: frame, ruled: null })
    return
  }
  const deskHref = deskAddress(found.reportId, filter, row.number)
  const [claim = null] = textClaim(row, true, true)
  const markers = textMarkers(
    desk.draft,
    deskMarkers(await readingAt(db, desk.draft.draftId, desk.reading.revision)),
  )
  const contextHtml = claimContext({ draft: desk.draft, claim, markers, deskHref })
  const life = await loadClaimLife(
    db,
    { reportId: found.reportId, claimId, number: row.number },
    desk.hidden,
    clock(),
  )
  res.render('claims/show', { desk: frame, contextHtml, href: deskHref, life })
}
