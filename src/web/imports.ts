import type { RequestHandler, Response } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid, NotAllowed } from '../errors.ts'
import { previewAnnotations, takeInAnnotations } from '../imports/take-in-annotations.ts'
import { countsOf, previewClaimsTable, takeInClaimsTable } from '../imports/take-in-claims-table.ts'
import type { Services } from '../services.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { readReturnedForm, type ReturnedToTakeIn, type TypedReturn } from './forms/returned-form.ts'
import { currentAccount } from './middleware/current-account.ts'
import { annotationsPreview, claimsPreview, type ImportPreview, takenInWords } from './pages/imports-page.ts'
import { targetOf } from './target-of.ts'
import type { WaitingFiles } from './waiting-files.ts'

interface ReportNamed {
  reportId: string
}

type Waiting = WaitingFiles<ReturnedToTakeIn>

/** GET /reports/:reportId/imports: the form for a file that came back; `?comments=3 …` tells what was taken in. */
export function showImports(services: Services): RequestHandler<ReportNamed> {
  return (req, res) =>
    show(services, res, req.params.reportId, {
      ...{ status: 200, typed: { kind: 'annotations' }, problems: [] },
      taken: takenInWords(req.query),
    })
}

/** POST /reports/:reportId/imports: what would become of the file; nothing is written yet. */
export function createImport(services: Services, waiting: Waiting): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const form = readReturnedForm(req.body, req.file)
    if (!form.ok)
      return show(services, res, reportId, { status: 422, typed: form.typed, problems: form.problems })
    try {
      await preview(services, res, { reportId, returned: form.value, waiting, status: 200, problems: [] })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const problems = [{ text: error.message, href: '#file' }]
      await show(services, res, reportId, { status: 422, typed: form.typed, problems })
    }
  }
}

/** POST /reports/:reportId/imports/confirmations: takes it in as it was seen, or shows anew what would become of it. */
export function confirmImport(services: Services, waiting: Waiting): RequestHandler<ReportNamed> {
  const { db, clock } = services
  return async (req, res) => {
    const { reportId } = req.params
    const by = currentAccount(res)
    const returned = waiting.take(fieldOf(req.body, 'waiting'), { accountId: by.id, reportId })
    if (returned === undefined) {
      const problems = [
        { text: 'The file is no longer here: choose it again. Nothing was taken in.', href: '#file' },
      ]
      return show(services, res, reportId, { status: 422, typed: { kind: 'annotations' }, problems })
    }
    const { kind, file } = returned
    const request = { reportId, file, by, at: clock(), seen: fieldOf(req.body, 'seen') }
    try {
      const counts =
        kind === 'annotations'
          ? await takeInAnnotations(db, request).then((plan) => ({
              comments: plan.comments.length,
              leftOut: plan.notPlaced.length,
            }))
          : countsOf(
              await takeInClaimsTable(db, {
                ...request,
                leaveOutStale: fieldOf(req.body, 'leaveOut') !== '',
              }),
            )
      const told = new URLSearchParams(Object.entries(counts).map(([name, n]) => [name, String(n)]))
      res.redirect(303, `/reports/${reportId}/imports?${told.toString()}`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict || error instanceof NotAllowed)) throw error
      const status = error instanceof Conflict ? 409 : error instanceof NotAllowed ? 403 : 422
      const problems = [{ text: error.message, href: '#take-in' }]
      await preview(services, res, { reportId, returned, waiting, status, problems })
    }
  }
}

interface ToPreview {
  readonly reportId: string
  readonly returned: ReturnedToTakeIn
  readonly waiting: Waiting
  readonly status: number
  readonly problems: readonly Problem[]
}

async function preview(
  { db }: Services,
  res: Response,
  { reportId, returned, waiting, status, problems }: ToPreview,
): Promise<void> {
  const by = currentAccount(res)
  const report = await showReport(db, by, reportId)
  const { page, digest } = await previewOf(db, { reportId, file: returned.file, by }, returned.kind)
  res.status(status).render('imports/preview', {
    report,
    page,
    problems,
    name: returned.file.name,
    seen: digest,
    waiting: waiting.keep({ accountId: by.id, reportId, file: returned }),
  })
}

async function previewOf(
  db: Services['db'],
  request: Parameters<typeof previewAnnotations>[1],
  kind: ReturnedToTakeIn['kind'],
): Promise<{ page: ImportPreview; digest: string }> {
  if (kind === 'annotations') {
    const { plan, digest } = await previewAnnotations(db, request)
    return { page: annotationsPreview(plan), digest }
  }
  const { plan, digest } = await previewClaimsTable(db, request)
  return { page: claimsPreview(plan), digest }
}

async function show(
  { db }: Services,
  res: Response,
  reportId: string,
  page: { status: number; typed: TypedReturn; problems: readonly Problem[]; taken?: string | null },
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  assertMay(reader, 'comment', targetOf(report))
  const { status, typed, problems, taken = null } = page
  res.status(status).render('imports/index', { report, typed, problems, taken })
}
