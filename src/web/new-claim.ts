import type { Request, RequestHandler, Response } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { addClaim } from '../drafts/add-claim.ts'
import { showDraft } from '../drafts/draft-view.ts'
import { showReport } from '../drafts/report-view.ts'
import { SeveralPlaces, type WordsSought } from '../drafts/words-sought.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Span } from '../text/span.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { deskAddress } from './pages/desk-page.ts'
import { newClaimPage } from './pages/new-claim-page.ts'
import { targetOf } from './target-of.ts'

type Handler = RequestHandler<{ reportId: string }>

/** GET /reports/:reportId/claims/new?words=: a claim of exact words, named without selecting them. */
export const showNewClaim = (services: Services): Handler => {
  return (req, res) => renderNewClaim(services, req, res, { fields: req.query, problem: null, places: [] })
}

/** POST /reports/:reportId/claims: makes a claim, then shows it on the desk. */
export function createClaim(services: Services): Handler {
  return async (req, res) => {
    const addedBy = currentAccount(res)
    const { id: reportId, draft } = await showReport(services.db, addedBy, req.params.reportId)
    const place = placeOf(req.body)
    const given = { draftId: draft.id, place, reason: fieldOf(req.body, 'reason'), addedBy }
    try {
      const { number } = await addClaim(services.db, { ...given, at: services.clock() })
      res.redirect(303, deskAddress(reportId, {}, number))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const places = error instanceof SeveralPlaces ? error.places : []
      res.status(422)
      await renderNewClaim(services, req, res, { fields: req.body, problem: error.message, places })
    }
  }
}

/** A place that was chosen ("12-34") or selected (`start`, `end`), else the words. */
function placeOf(body: unknown): WordsSought {
  const chosen = /^(\d{1,9})-(\d{1,9})$/.exec(fieldOf(body, 'place'))
  return chosen === null
    ? { words: fieldOf(body, 'words') }
    : { start: Number(chosen[1]), end: Number(chosen[2]) }
}

async function renderNewClaim(
  { db }: Services,
  req: Request<{ reportId: string }>,
  res: Response,
  {
    fields,
    problem,
    places,
  }: { readonly fields: unknown; readonly problem: string | null; readonly places: readonly Span[] },
): Promise<void> {
  const editor = currentAccount(res)
  const report = await showReport(db, editor, req.params.reportId)
  assertMay(editor, 'edit claims', targetOf(report))
  const { text } = await showDraft(db, editor, report.draft.id)
  res.render('edits/new', {
    report,
    problems: problem === null ? [] : [{ text: problem, href: places.length > 0 ? '#place-1' : '#words' }],
    page: newClaimPage(text, places, { words: fieldOf(fields, 'words'), reason: fieldOf(fields, 'reason') }),
  })
}
