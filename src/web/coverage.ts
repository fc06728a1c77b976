import type { Request, RequestHandler, Response } from 'express'
import { mayOnReport } from '../accounts/policy.ts'
import { classifySentence } from '../drafts/classify-sentence.ts'
import { coverageChoices, listCoverage, type CoverageChoice } from '../drafts/list-coverage.ts'
import { showReport } from '../drafts/report-view.ts'
import { withdrawClassification } from '../drafts/withdraw-classification.ts'
import { readingState } from '../review/reading-state.ts'
import type { Services } from '../services.ts'
import { readClassificationForm, type TypedClassification } from './forms/classification-form.ts'
import { fieldOf, oneOf, type Problem } from './forms/problems.ts'
import { draftOfReport } from './loading/draft-of-report.ts'
import { currentAccount } from './middleware/current-account.ts'
import { coverageAddress, coveragePage } from './pages/coverage-page.ts'
import { pageNumber } from './pages/page-links.ts'
import { readingBanner } from './pages/reading-banner.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

interface Refused {
  readonly typed: TypedClassification
  readonly problems: readonly Problem[]
}

/** GET /reports/:reportId/coverage?show=&page=: every sentence as a claim, or why it is none. */
export const showCoverage = (services: Services): RequestHandler<ReportNamed> => {
  return (req, res) => renderCoverage(services, req, res, req.query, null)
}

/** POST /reports/:reportId/coverage: takes a sentence for a claim, or for nothing that could be checked. */
export function createClassification(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const form = readClassificationForm(req.body)
    if (!form.ok) return renderCoverage(services, req, res.status(422), req.body, form)
    const { db, clock } = services
    const { reportId } = await classifySentence(db, {
      ...form.value,
      draftId: await draftOfReport(db, req.body, req.params.reportId),
      classifiedBy: currentAccount(res),
      at: clock(),
    })
    res.redirect(303, backTo(reportId, req.body))
  }
}

/** POST /reports/:reportId/coverage/withdrawals: takes back what was said of a sentence. */
export function createClassificationWithdrawal({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = await withdrawClassification(db, {
      classificationId: fieldOf(req.body, 'classificationId'),
      reportId: req.params.reportId,
      withdrawnBy: currentAccount(res),
      at: clock(),
    })
    res.redirect(303, backTo(reportId, req.body))
  }
}

/** The part of the list that a query or a form names. */
const partOf = (fields: unknown): { readonly show: CoverageChoice; readonly page: number } => ({
  show: oneOf(coverageChoices, fieldOf(fields, 'show')) ?? 'all',
  page: pageNumber(fieldOf(fields, 'page')),
})

/** The sentence again, where the form came from. */
function backTo(reportId: string, body: unknown): string {
  const { show, page } = partOf(body)
  return `${coverageAddress(reportId, show, page)}#s${encodeURIComponent(fieldOf(body, 'start'))}`
}

async function renderCoverage(
  { db }: Services,
  req: Request<ReportNamed>,
  res: Response,
  fields: unknown,
  refused: Refused | null,
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, req.params.reportId)
  const coverage = await listCoverage(db, reader, report.draft.id)
  const mayClassify = mayOnReport(reader, 'classify sentences', targetOf(report))
  res.render('coverage/index', {
    report,
    page: coveragePage(coverage, { ...partOf(fields), mayClassify, typed: refused?.typed ?? null }),
    problems: refused?.problems ?? [],
    banner: readingBanner(await readingState(db, report.draft.id), {
      reportId: report.id,
      draftId: report.draft.id,
      required: report.policy.requireConfirmedReading,
      mayConfirm: mayOnReport(reader, 'confirm reading', targetOf(report)),
      back: 'coverage',
    }),
  })
}
