import type { RequestHandler, Response } from 'express'
import { may } from '../accounts/policy.ts'
import { DoubtfulDraft } from '../drafts/doubtful-draft.ts'
import { importDraft } from '../drafts/import-draft.ts'
import { listDrafts } from '../drafts/list-drafts.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import {
  EMPTY_REPORT_FORM,
  readReportForm,
  type ReportToRead,
  type TypedReport,
} from './forms/report-form.ts'
import { currentAccount } from './middleware/current-account.ts'
import { draftsPage } from './pages/drafts-page.ts'
import { formatChoices } from './pages/format-choices.ts'
import { targetOf } from './target-of.ts'
import type { WaitingFiles } from './waiting-files.ts'

interface ReportNamed {
  reportId: string
}

interface Answer {
  readonly status: number
  readonly typed: TypedReport
  readonly problems: readonly Problem[]
}

/** GET /reports/:reportId/drafts: every draft with how its claims stand in it, and a form for the next. */
export const showDrafts =
  (services: Services): RequestHandler<ReportNamed> =>
  (req, res) =>
    show(services, res, req.params.reportId, { status: 200, typed: EMPTY_REPORT_FORM, problems: [] })

/** POST /reports/:reportId/drafts: reads the next draft and shows what became of the claims; what cannot be read comes back with the form, and what may be the wrong file is asked about before it is imported. */
export function createDraft(services: Services, waiting: WaitingFiles): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const by = currentAccount(res)
    const kept = waiting.take(fieldOf(req.body, 'waiting'), { accountId: by.id, reportId })
    const form = kept === undefined ? readReportForm(req.body, req.file) : meant(kept)
    const refuse = (status: number, problems: readonly Problem[]): Promise<void> =>
      show(services, res, reportId, { status, typed: form.typed, problems })
    if (!form.ok) return refuse(422, form.problems)
    try {
      const file = { ...form.value, anyway: kept !== undefined }
      const imported = await importDraft(services.db, {
        reportId,
        ...file,
        importedBy: by,
        at: services.clock(),
      })
      res.redirect(303, `/reports/${reportId}/drafts/${imported.draft}`)
    } catch (error) {
      if (error instanceof DoubtfulDraft)
        return ask(services, res, reportId, {
          doubt: error.doubt,
          name: form.value.name,
          waiting: waiting.keep({ accountId: by.id, reportId, file: form.value }),
        })
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const href = form.typed.pasted === '' ? '#file' : '#pasted'
      await refuse(error instanceof Conflict ? 409 : 422, [{ text: error.message, href }])
    }
  }
}

/** A file that was sent already and is meant. */
const meant = (value: ReportToRead) => ({ ok: true, value, typed: EMPTY_REPORT_FORM }) as const

/** Asks whether a file that may be the wrong one is meant. */
async function ask(
  { db }: Services,
  res: Response,
  reportId: string,
  doubtful: { readonly doubt: string; readonly name: string; readonly waiting: string },
): Promise<void> {
  const report = await showReport(db, currentAccount(res), reportId)
  res.status(409).render('drafts/doubtful', { report, ...doubtful })
}

async function show(
  { db }: Services,
  res: Response,
  reportId: string,
  { status, typed, problems }: Answer,
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  res.status(status).render('drafts/index', {
    report,
    drafts: draftsPage(await listDrafts(db, reportId)),
    mayAdd: may(reader, 'add draft', targetOf(report)),
    formats: formatChoices(),
    typed,
    problems,
  })
}
