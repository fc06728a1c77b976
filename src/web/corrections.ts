import type { Request, RequestHandler, Response } from 'express'
import { assertMay, mayOnReport } from '../accounts/policy.ts'
import { correctReading } from '../drafts/correct-reading.ts'
import { showDraft, type DraftView } from '../drafts/draft-view.ts'
import { showReport, type ReportView } from '../drafts/report-view.ts'
import { withdrawCorrection } from '../drafts/withdraw-correction.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { namedNotes, readCorrectionForm, type TypedCorrection } from './forms/correction-form.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { draftOfReport } from './loading/draft-of-report.ts'
import { currentAccount } from './middleware/current-account.ts'
import { renderNotes } from './notes.ts'
import { blocksAddress, blocksPage, pageOfBlock } from './pages/blocks-page.ts'
import { pageNumber } from './pages/page-links.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

/** GET /reports/:reportId/reading/blocks?page=&at=OFFSET: the blocks of the text, each with what can be corrected in it. */
export function showBlocks({ db }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { report, draft } = await atWork(db, req, res)
    const at = /^\d{1,9}$/.exec(fieldOf(req.query, 'at'))
    if (at !== null) {
      res.redirect(303, `${blocksAddress(report.id, pageOfBlock(draft, Number(at[0])))}#k${at[0]}`)
      return
    }
    const page = blocksPage(draft, pageNumber(fieldOf(req.query, 'page')), null)
    res.render('reading/blocks', { report, page, problems: [] })
  }
}

/** POST /reports/:reportId/corrections: lays a correction over the reading, then shows the page that it came from. */
export function createCorrection(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { db, clock } = services
    const { report, draft } = await atWork(db, req, res)
    const form = readCorrectionForm(req.body, draft.blocks, namedNotes(standingNotes(draft)))
    const again = (problems: readonly Problem[]): Promise<void> =>
      formAgain(services, req, res.status(422), { report, draft, typed: form.typed, problems })
    if (!form.ok) return again(form.problems)
    try {
      await correctReading(db, {
        draftId: await draftOfReport(db, req.body, report.id),
        seenRevision: revisionOf(req.body),
        request: form.request,
        reason: form.typed.reason,
        correctedBy: currentAccount(res),
        at: clock(),
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return again([
        { text: error.message, href: `#${isLink(req.body) ? 'note' : 'block'}-${form.typed.about}` },
      ])
    }
    res.redirect(303, backTo(report.id, req.body))
  }
}

/** POST /reports/:reportId/corrections/withdrawals: takes a correction back. */
export function createCorrectionWithdrawal({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = await withdrawCorrection(db, {
      correctionId: fieldOf(req.body, 'correctionId'),
      reportId: req.params.reportId,
      seenRevision: revisionOf(req.body),
      withdrawnBy: currentAccount(res),
      at: clock(),
    })
    res.redirect(303, `/reports/${reportId}/reading#corrections`)
  }
}

/** The notes that stand, by their index among all. */
export const standingNotes = ({ notes }: DraftView): { readonly index: number; readonly label: string }[] =>
  notes.flatMap(({ label, standing }, index) => (standing ? [{ index, label }] : []))

const isLink = (body: unknown): boolean => ['linked', 'unlinked'].includes(fieldOf(body, 'kind'))

const revisionOf = (body: unknown): number =>
  /^\d{1,9}$/.test(fieldOf(body, 'revision')) ? Number(fieldOf(body, 'revision')) : -1

function backTo(reportId: string, body: unknown): string {
  if (isLink(body)) return `/reports/${reportId}/notes`
  return `${blocksAddress(reportId, pageNumber(fieldOf(body, 'page')))}#k${encodeURIComponent(fieldOf(body, 'block'))}`
}

async function atWork(
  db: Services['db'],
  req: Request<ReportNamed>,
  res: Response,
): Promise<{ readonly report: ReportView; readonly draft: DraftView }> {
  const editor = currentAccount(res)
  const report = await showReport(db, editor, req.params.reportId)
  assertMay(editor, 'correct reading', targetOf(report))
  return { report, draft: await showDraft(db, editor, report.draft.id) }
}

interface Again {
  readonly report: ReportView
  readonly draft: DraftView
  readonly typed: TypedCorrection
  readonly problems: readonly Problem[]
}

/** The page that a refused form came from, with what was typed. */
async function formAgain(
  { db }: Services,
  req: Request<ReportNamed>,
  res: Response,
  { report, draft, typed, problems }: Again,
): Promise<void> {
  if (isLink(req.body)) {
    const mayCorrect = mayOnReport(currentAccount(res), 'correct reading', targetOf(report))
    await renderNotes(db, res, { report, draft, mayCorrect, typed, problems })
    return
  }
  const page = blocksPage(draft, pageNumber(fieldOf(req.body, 'page')), typed)
  res.render('reading/blocks', { report, page, problems })
}
