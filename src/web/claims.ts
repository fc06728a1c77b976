import type { Request, RequestHandler } from 'express'
import type { Actor } from '../accounts/account.ts'
import { decideOutcome } from '../review/decide-outcome.ts'
import { recordVerdict, type Ruled } from '../review/record-verdict.ts'
import { withdrawOutcome } from '../review/withdraw-outcome.ts'
import { withdrawVerdict } from '../review/withdraw-verdict.ts'
import type { Services } from '../services.ts'
import { fieldOf, versionOf } from './forms/problems.ts'
import { readOutcomeForm } from './forms/outcome-form.ts'
import { readVerdictForm } from './forms/verdict-form.ts'
import { loadDesk } from './load-desk-page.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse, type Refusal } from './panel-form.ts'
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

const refusal = (req: ClaimRequest, refused: Refused): Refusal => ({ claimId: req.params.claimId, refused })

/** GET /claims/:claimId: one claim on a page of its own. */
export const showClaim = (services: Services): Handler => {
  return (req, res) =>
    renderClaim(services, req, res, { claimId: req.params.claimId, status: 200, refused: null })
}

/** POST /claims/:claimId/verdicts: records a verdict; then the next unsettled claim on the desk, or the claim again. */
export function createVerdict(services: Services): Handler {
  return async (req, res) => {
    const form = readVerdictForm(req.body)
    const refused = { ...NOTHING_REFUSED, verdict: form.typed }
    if (!form.ok)
      return renderClaim(services, req, res, {
        claimId: req.params.claimId,
        status: 422,
        refused: { ...refused, problems: form.problems },
      })
    await orRefuse(services, req, res, refusal(req, refused), async (checker) => {
      const verdict = { ...form.value, claimId: req.params.claimId, checker, at: services.clock() }
      const ruled = await recordVerdict(services.db, verdict)
      res.redirect(303, await addressAfterVerdict(services, req, checker, ruled))
    })
  }
}

/** POST /claims/:claimId/withdrawals: takes back one's own newest verdict, then shows that claim. */
export function createWithdrawal(services: Services): Handler {
  return (req, res) =>
    orRefuse(services, req, res, refusal(req, NOTHING_REFUSED), async (checker) => {
      const seenVersion = versionOf(fieldOf(req.body, 'seenVersion'))
      const { claimId } = req.params
      const ruled = await withdrawVerdict(services.db, {
        claimId,
        checker,
        seenVersion,
        at: services.clock(),
      })
      res.redirect(303, addressOfClaim(req.body, ruled))
    })
}

/** POST /claims/:claimId/outcomes: decides what happens to the words, then shows that claim. */
export function createOutcome(services: Services): Handler {
  return async (req, res) => {
    const form = readOutcomeForm(req.body)
    const refused = { ...NOTHING_REFUSED, outcome: form.typed }
    if (!form.ok)
      return renderClaim(services, req, res, {
        claimId: req.params.claimId,
        status: 422,
        refused: { ...refused, problems: form.problems },
      })
    await orRefuse(services, req, res, refusal(req, refused), async (decidedBy) => {
      const outcome = { ...form.value, claimId: req.params.claimId, decidedBy, at: services.clock() }
      res.redirect(303, addressOfClaim(req.body, await decideOutcome(services.db, outcome)))
    })
  }
}

/** POST /claims/:claimId/outcome-withdrawals: takes back one's own newest decision on the words, then shows that claim. */
export function createOutcomeWithdrawal(services: Services): Handler {
  return (req, res) =>
    orRefuse(services, req, res, refusal(req, NOTHING_REFUSED), async (decidedBy) => {
      const seenVersion = versionOf(fieldOf(req.body, 'seenVersion'))
      const { claimId } = req.params
      const at = services.clock()
      const ruled = await withdrawOutcome(services.db, { claimId, decidedBy, seenVersion, at })
      res.redirect(303, addressOfClaim(req.body, ruled))
    })
}

/** On the desk the next unsettled claim; the same one when it was the last. */
async function addressAfterVerdict(
  { db }: Services,
  req: ClaimRequest,
  checker: Actor,
  ruled: Ruled,
): Promise<string> {
  const { back, filter } = cameFrom(req.body)
  if (back === 'claim') return addressOfClaim(req.body, ruled)
  const { draft, claims } = await loadDesk(db, ruled.reportId, checker, filter)
  const next = deskSteps(claims, ruled.number, filterOn(draft.text, filter)).nextUnsettled
  return deskAddress(ruled.reportId, filter, next ?? ruled.number, ruled.number)
}
