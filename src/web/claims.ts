import type { Request, RequestHandler, Response } from 'express'
import type { Actor } from '../accounts/account.ts'
import { decideOutcome } from '../review/decide-outcome.ts'
import { recordVerdict, type Ruled } from '../review/record-verdict.ts'
import { withdrawVerdict } from '../review/withdraw-verdict.ts'
import { Conflict } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf, versionOf } from './forms/problems.ts'
import { readOutcomeForm } from './forms/outcome-form.ts'
import { readVerdictForm } from './forms/verdict-form.ts'
import { loadDesk } from './load-desk-page.ts'
import { currentAccount } from './middleware/current-account.ts'
import type { Refused } from './pages/ruling-forms.ts'
import { filterOn } from './pages/desk-filter.ts'
import { deskAddress } from './pages/desk-page.ts'
import { deskSteps } from './pages/desk-walk.ts'
import { cameFrom } from './panel-request.ts'
import { renderClaim } from './render-claim.ts'

interface ClaimNamed {
  claimId: string
}

type Handler = RequestHandler<ClaimNamed>
type ClaimRequest = Request<ClaimNamed>

const NOTHING_REFUSED: Refused = { problems: [], conflict: null, verdict: null, outcome: null }

/** GET /claims/:claimId: one claim on a page of its own. */
export const showClaim = (services: Services): Handler => {
  return (req, res) => renderClaim(services, req, res, { status: 200, refused: null })
}

/** POST /claims/:claimId/verdicts: records a verdict; then the next unsettled claim on the desk, or the claim again. */
export function createVerdict(services: Services): Handler {
  return async (req, res) => {
    const form = readVerdictForm(req.body)
    const refused = { ...NOTHING_REFUSED, verdict: form.typed }
    if (!form.ok)
      return renderClaim(services, req, res, {
        status: 422,
        refused: { ...refused, problems: form.problems },
      })
    await orConflict(services, req, res, refused, async (checker) => {
      const verdict = { ...form.value, claimId: req.params.claimId, checker, at: services.clock() }
      const ruled = await recordVerdict(services.db, verdict)
      res.redirect(303, await addressAfterVerdict(services, req, checker, ruled))
    })
  }
}

/** POST /claims/:claimId/withdrawals: takes back one's own newest verdict, then shows that claim. */
export function createWithdrawal(services: Services): Handler {
  return (req, res) =>
    orConflict(services, req, res, NOTHING_REFUSED, async (checker) => {
      const seenVersion = versionOf(fieldOf(req.body, 'seenVersion'))
      const { claimId } = req.params
      const ruled = await withdrawVerdict(services.db, {
        claimId,
        checker,
        seenVersion,
        at: services.clock(),
      })
      res.redirect(303, addressOf(req, ruled))
    })
}

/** POST /claims/:claimId/outcomes: decides what happens to the words, then shows that claim. */
export function createOutcome(services: Services): Handler {
  return async (req, res) => {
    const form = readOutcomeForm(req.body)
    const refused = { ...NOTHING_REFUSED, outcome: form.typed }
    if (!form.ok)
      return renderClaim(services, req, res, {
        status: 422,
        refused: { ...refused, problems: form.problems },
      })
    await orConflict(services, req, res, refused, async (decidedBy) => {
      const outcome = { ...form.value, claimId: req.params.claimId, decidedBy, at: services.clock() }
      res.redirect(303, addressOf(req, await decideOutcome(services.db, outcome)))
    })
  }
}

/** Does what was asked; when somebody was quicker, shows what they did beside what was typed. */
async function orConflict(
  services: Services,
  req: ClaimRequest,
  res: Response,
  refused: Refused,
  act: (actor: Actor) => Promise<void>,
): Promise<void> {
  try {
    await act(currentAccount(res))
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await renderClaim(services, req, res, { status: 409, refused: { ...refused, conflict: error.message } })
  }
}

/** The claim again, where the form came from. */
function addressOf(req: ClaimRequest, { claimId, reportId, number }: Ruled): string {
  const { back, filter } = cameFrom(req.body)
  return back === 'desk' ? deskAddress(reportId, filter, number) : `/claims/${claimId}`
}

/** On the desk the next unsettled claim; the same one when it was the last. */
async function addressAfterVerdict(
  { db }: Services,
  req: ClaimRequest,
  checker: Actor,
  ruled: Ruled,
): Promise<string> {
  const { back, filter } = cameFrom(req.body)
  if (back === 'claim') return addressOf(req, ruled)
  const { draft, claims } = await loadDesk(db, ruled.reportId, checker, filter)
  const next = deskSteps(claims, ruled.number, filterOn(draft.text, filter)).nextUnsettled
  return deskAddress(ruled.reportId, filter, next ?? ruled.number, ruled.number)
}
