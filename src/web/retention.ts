import type { RequestHandler, Response } from 'express'
import { mayEver } from '../accounts/policy.ts'
import { answerDestruction, destructionAnswers } from '../drafts/forgetting/answer-destruction.ts'
import { askDestruction } from '../drafts/forgetting/ask-destruction.ts'
import { liftHold, setHold } from '../drafts/forgetting/legal-hold.ts'
import { setRetention } from '../drafts/forgetting/set-retention.ts'
import { showForgetting } from '../drafts/forgetting/show-forgetting.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { destructibles, grounds } from '../history/destruction.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { readRetentionForm } from './forms/retention-form.ts'
import { currentAccount } from './middleware/current-account.ts'
import { retentionPage } from './pages/retention-page.ts'
import { typedInto } from './panel-form.ts'

type OnReport = RequestHandler<{ reportId: string }>
type Typed = Readonly<Record<string, string>>

/** GET /reports/:reportId/retention: rules, holds, and what is asked for or gone. */
export const showRetention = (services: Services): OnReport => {
  return (req, res) => renderRetention(services, res, 200, req.params.reportId, {}, [])
}

async function renderRetention(
  { db, clock }: Services,
  res: Response,
  status: number,
  reportId: string,
  typed: Typed,
  problems: readonly { readonly text: string; readonly href: string }[],
): Promise<void> {
  const reader = currentAccount(res)
  const forgetting = await showForgetting(db, reader, reportId)
  const report = await showReport(db, reader, reportId)
  const rights = {
    set: mayEver(reader, 'set retention'),
    destroy: mayEver(reader, 'destroy texts'),
    hold: mayEver(reader, 'hold'),
  }
  const page = retentionPage(forgetting, { reader, rights, typed, now: clock() })
  res.status(status).render('retention/index', { report, page, problems })
}

/** A form of the page: what it does, and the part of the page that a problem is about. */
const form = (
  services: Services,
  part: string,
  act: (given: { reportId: string; body: unknown; res: Response }) => Promise<unknown>,
): OnReport => {
  return async (req, res) => {
    const { reportId } = req.params
    try {
      await act({ reportId, body: req.body as unknown, res })
      res.redirect(303, `/reports/${encodeURIComponent(reportId)}/retention${part}`)
    } catch (error) {
      await refuse(services, res, error, { reportId, part, typed: typedInto(part.slice(1), req.body) })
    }
  }
}

async function refuse(
  services: Services,
  res: Response,
  error: unknown,
  { reportId, part, typed }: { reportId: string; part: string; typed: Typed },
): Promise<void> {
  if (!(error instanceof Invalid || error instanceof Conflict)) throw error
  const status = error instanceof Invalid ? 422 : 409
  await renderRetention(services, res, status, reportId, typed, [{ text: error.message, href: part }])
}

/** POST /reports/:reportId/retention */
export const createRetention = (services: Services): OnReport =>
  form(services, '#rules', ({ reportId, body, res }) =>
    setRetention(services.db, {
      reportId,
      rules: readRetentionForm(body),
      setBy: currentAccount(res),
      at: services.clock(),
    }),
  )

/** POST /reports/:reportId/holds: by a lawyer of the desk. */
export const createHold = (services: Services): OnReport =>
  form(services, '#hold', ({ reportId, body, res }) =>
    setHold(services.db, {
      reportId,
      reason: fieldOf(body, 'reason'),
      by: currentAccount(res),
      at: services.clock(),
    }),
  )

/** POST /reports/:reportId/holds/liftings: by a lawyer of the desk. */
export const createHoldLifting = (services: Services): OnReport =>
  form(services, '#hold', ({ reportId, body, res }) =>
    liftHold(services.db, {
      reportId,
      reason: fieldOf(body, 'reason'),
      by: currentAccount(res),
      at: services.clock(),
    }),
  )

/** POST /reports/:reportId/destructions: asks for one. */
export const createDestruction = (services: Services): OnReport =>
  form(services, '#ask', ({ reportId, body, res }) => {
    const what = oneOf(destructibles, fieldOf(body, 'what'))
    const ground = oneOf(grounds, fieldOf(body, 'ground'))
    if (what === undefined || ground === undefined)
      throw new Invalid('Choose what is to be destroyed, and on what ground.')
    return askDestruction(services.db, {
      reportId,
      what,
      ground,
      claim: numberIn(body, 'claim'),
      draft: numberIn(body, 'draft'),
      event: numberIn(body, 'event'),
      reason: fieldOf(body, 'reason'),
      askedBy: currentAccount(res),
      at: services.clock(),
    })
  })

/** POST /destructions/:destructionId/answers: a second person destroys or declines; whoever asked takes it back. */
export function createAnswer(services: Services): RequestHandler<{ destructionId: string }> {
  return async (req, res) => {
    const { destructionId } = req.params
    const found = await services.db.destruction.findUnique({
      where: { id: destructionId },
      select: { reportId: true },
    })
    if (found?.reportId == null) throw new NotFound('There is no such request.')
    const { reportId } = found
    try {
      const answer = oneOf(destructionAnswers, fieldOf(req.body, 'answer'))
      if (answer === undefined) throw new Invalid('Destroy, decline, or take the request back.')
      if (answer === 'destroy' && fieldOf(req.body, 'sure') !== 'yes')
        throw new Invalid('Tick that you know it cannot be undone, then destroy.')
      await answerDestruction(services.db, {
        destructionId,
        answer,
        by: currentAccount(res),
        at: services.clock(),
      })
      res.redirect(303, `/reports/${encodeURIComponent(reportId)}/retention#requests`)
    } catch (error) {
      if (error instanceof NotAllowed) throw error
      await refuse(services, res, error, { reportId, part: '#requests', typed: {} })
    }
  }
}

/** @throws Invalid it is no number from 1 */
function numberIn(body: unknown, field: string): number | undefined {
  const given = fieldOf(body, field).trim()
  if (given === '') return undefined
  if (!/^[1-9]\d{0,8}$/.test(given))
    throw new Invalid('Give the number of a claim, a draft or an event: a whole number from 1.')
  return Number(given)
}
