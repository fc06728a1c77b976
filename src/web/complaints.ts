import type { RequestHandler, Response } from 'express'
import { may } from '../accounts/policy.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid } from '../errors.ts'
import { complaintWays } from '../publication/complaints/complaint.ts'
import { decideComplaint } from '../publication/complaints/decide-complaint.ts'
import { enterComplaint } from '../publication/complaints/enter-complaint.ts'
import { listComplaints, showComplaint } from '../publication/complaints/list-complaints.ts'
import { withdrawComplaint } from '../publication/complaints/withdraw-complaint.ts'
import { listPublications } from '../publication/list-publications.ts'
import type { Services } from '../services.ts'
import { readComplaint, readDecision } from './forms/after-publication-forms.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { complaintLine } from './pages/complaints-page.ts'
import { typedInto } from './panel-form.ts'
import { targetOf } from './target-of.ts'

type OnReport = RequestHandler<{ reportId: string }>
type OnComplaint = RequestHandler<{ complaintId: string }>

interface Answer {
  readonly status: number
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

const PLAIN: Answer = { status: 200, typed: {}, problems: [] }

/** GET /reports/:reportId/complaints: what is open first, and a form for a new one. */
export const showComplaints = (services: Services): OnReport => {
  return (req, res) => renderList(services, res, req.params.reportId, PLAIN)
}

async function renderList(
  { db, clock }: Services,
  res: Response,
  reportId: string,
  { status, typed, problems }: Answer,
): Promise<void> {
  const [reader, now] = [currentAccount(res), clock()]
  const complaints = await listComplaints(db, { reader, reportId, now })
  const report = await showReport(db, reader, reportId)
  const publications = await listPublications(db, reader, reportId)
  const page = {
    complaints: complaints.map((one) => complaintLine(one, now)),
    publications: publications.map(({ id, number, draft }) => ({ id, number, draft })),
    mayEnter: may(reader, 'enter complaints', targetOf(report)),
    today: now.toISOString().slice(0, 10),
    ...{ ways: complaintWays, typed },
  }
  res.status(status).render('complaints/index', { report, page, problems })
}

/** POST /reports/:reportId/complaints: writes one down. */
export function createComplaint(services: Services): OnReport {
  return async (req, res) => {
    const { reportId } = req.params
    try {
      const at = services.clock()
      const words = readComplaint(req.body, at)
      const publicationId = await publicationOf(services, reportId, fieldOf(req.body, 'publication'))
      const { id } = await enterComplaint(services.db, {
        ...words,
        publicationId,
        by: currentAccount(res),
        at,
      })
      res.redirect(303, `/complaints/${id}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const problems = [{ text: error.message, href: '#enter' }]
      await renderList(services, res, reportId, {
        status: 422,
        typed: typedInto('enter', req.body),
        problems,
      })
    }
  }
}

/** @throws Invalid it is none of this report's publications */
async function publicationOf({ db }: Services, reportId: string, id: string): Promise<string> {
  const found = await db.publication.findFirst({ where: { id, reportId }, select: { id: true } })
  if (found === null) throw new Invalid('Choose the publication that the complaint is about.')
  return found.id
}

/** GET /complaints/:complaintId */
export const showOneComplaint = (services: Services): OnComplaint => {
  return (req, res) => renderOne(services, res, req.params.complaintId, PLAIN)
}

async function renderOne(
  { db, clock }: Services,
  res: Response,
  id: string,
  { status, typed, problems }: Answer,
): Promise<void> {
  const [reader, now] = [currentAccount(res), clock()]
  const complaint = await showComplaint(db, { reader, id, now })
  const report = await showReport(db, reader, complaint.reportId)
  const target = targetOf(report)
  const rights = {
    decide: may(reader, 'decide complaints', target),
    correct: may(reader, 'correct publication', target),
    withdraw: may(reader, 'enter complaints', target),
    hold: may(reader, 'hold', target),
  }
  const page = { complaint: complaintLine(complaint, now), rights, typed }
  res.status(status).render('complaints/show', { report, page, problems })
}

/** What is done about a complaint; then it is shown again. */
const deed = (
  services: Services,
  act: (given: { complaintId: string; body: unknown; res: Response }) => Promise<unknown>,
): OnComplaint => {
  return async (req, res) => {
    const { complaintId } = req.params
    try {
      await act({ complaintId, body: req.body as unknown, res })
      res.redirect(303, `/complaints/${complaintId}`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const status = error instanceof Invalid ? 422 : 409
      const problems = [{ text: error.message, href: '#decide' }]
      await renderOne(services, res, complaintId, { status, typed: typedInto('decide', req.body), problems })
    }
  }
}

/** POST /complaints/:complaintId/decisions: upheld, in part, or rejected, with the reply and perhaps a correction. */
export const createDecision = (services: Services): OnComplaint =>
  deed(services, ({ complaintId, body, res }) =>
    decideComplaint(services.db, {
      ...readDecision(body),
      complaintId,
      by: currentAccount(res),
      at: services.clock(),
    }),
  )

/** POST /complaints/:complaintId/withdrawals: who made it took it back. */
export const createComplaintWithdrawal = (services: Services): OnComplaint =>
  deed(services, ({ complaintId, res }) =>
    withdrawComplaint(services.db, { complaintId, by: currentAccount(res), at: services.clock() }),
  )
