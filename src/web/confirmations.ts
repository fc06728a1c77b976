import type { RequestHandler, Response } from 'express'
import { may } from '../accounts/policy.ts'
import { confirmReworded, type ClaimSeen } from '../drafts/confirm-reworded.ts'
import { listProposedCuts } from '../drafts/list-proposed-cuts.ts'
import { listRewordings } from '../drafts/list-rewordings.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldsOf } from './forms/comment-form.ts'
import { fieldOf, type Problem, versionOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { confirmationsPage, rewordingPage } from './pages/confirmations-page.ts'
import { targetOf } from './target-of.ts'

interface Shown {
  readonly status: number
  readonly problems: readonly Problem[]
  /** Ids of the claims that were ticked. */
  readonly ticked: ReadonlySet<string>
}

const NOTHING: Shown = { status: 200, problems: [], ticked: new Set() }

/** GET /reports/:reportId/confirmations: what was reworded, what to look at one by one, and what may have been cut. */
export const showConfirmations =
  (services: Services): RequestHandler<{ reportId: string }> =>
  (req, res) =>
    show(services, res, req.params.reportId, NOTHING)

/** POST /reports/:reportId/confirmations: confirms the ticked ones (`claim`, `cut`: "ID VERSION"), all or none. */
export function createConfirmations(services: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const { reportId } = req.params
    const [claims, cuts] = [fieldsOf(req.body, 'claim').map(seenOf), fieldsOf(req.body, 'cut').map(seenOf)]
    try {
      const by = { confirmedBy: currentAccount(res), at: services.clock() }
      await confirmReworded(services.db, { reportId, claims, cuts, ...by })
      res.redirect(303, `/reports/${reportId}/confirmations`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      await show(services, res, reportId, {
        status: error instanceof Conflict ? 409 : 422,
        problems: [{ text: error.message, href: '#list' }],
        ticked: new Set([...claims, ...cuts].map(({ claimId }) => claimId)),
      })
    }
  }
}

/** GET /claims/:claimId/rewording: one claim that was reworded, with what exactly changed. */
export const showRewording =
  (services: Services): RequestHandler<{ claimId: string }> =>
  (req, res) =>
    showOne(services, res, req.params.claimId, NOTHING)

/** POST /claims/:claimId/confirmations: says that a verdict on earlier words still holds, then goes on to the next one. */
export function createConfirmation(services: Services): RequestHandler<{ claimId: string }> {
  return async (req, res) => {
    const { claimId } = req.params
    const claim = { claimId, seenVersion: versionOf(fieldOf(req.body, 'seenVersion')) }
    const reportId = await reportOf(services, claimId)
    try {
      const by = { confirmedBy: currentAccount(res), at: services.clock() }
      await confirmReworded(services.db, { reportId, claims: [claim], cuts: [], ...by })
      const next = fieldOf(req.body, 'next')
      res.redirect(
        303,
        /^[\w-]{1,64}$/.test(next) ? `/claims/${next}/rewording` : `/reports/${reportId}/confirmations`,
      )
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const status = error instanceof Conflict ? 409 : 422
      const problems = [{ text: error.message, href: '#change' }]
      await showOne(services, res, claimId, { ...NOTHING, status, problems })
    }
  }
}

async function show({ db }: Services, res: Response, reportId: string, shown: Shown): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  const reworded = await listRewordings(db, { report, reader })
  const cuts = await listProposedCuts(db, { report, reader })
  res.status(shown.status).render('drafts/confirmations', {
    report,
    page: confirmationsPage(reworded, cuts, shown.ticked),
    problems: shown.problems,
    mayConfirm: may(reader, 'rule', targetOf(report)),
  })
}

async function showOne(services: Services, res: Response, claimId: string, shown: Shown): Promise<void> {
  const { db } = services
  const reader = currentAccount(res)
  const report = await showReport(db, reader, await reportOf(services, claimId))
  const reworded = await listRewordings(db, { report, reader })
  const page = rewordingPage(reworded, claimId)
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { number: true } })
  res.status(shown.status).render('drafts/rewording', {
    ...{ report, claimId, number, page },
    problems: shown.problems,
    mayConfirm: may(reader, 'rule', targetOf(report)),
  })
}

/** @throws NotFound no such claim */
async function reportOf({ db }: Services, claimId: string): Promise<string> {
  const claim = await db.claim.findUnique({ where: { id: claimId }, select: { reportId: true } })
  if (claim === null) throw new NotFound('There is no such claim.')
  return claim.reportId
}

function seenOf(field: string): ClaimSeen {
  const [claimId = '', version = ''] = field.split(' ')
  return { claimId, seenVersion: versionOf(version) }
}
