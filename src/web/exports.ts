import type { RequestHandler, Response } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import { countOpenWork } from '../exports/count-open-work.ts'
import { deskOf } from '../exports/desk-of.ts'
import { exportReport } from '../exports/export-report.ts'
import { exportFormats, inclusions } from '../exports/formats.ts'
import { printingBrowser } from '../exports/page/print-page.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { exportPage, NOTHING_CHOSEN, type TypedExport } from './pages/export-page.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

/** GET /reports/:reportId/export: what would leave the desk, before somebody lets it. */
export function showExport(services: Services): RequestHandler<ReportNamed> {
  return (req, res) =>
    show(services, res, req.params.reportId, { status: 200, typed: NOTHING_CHOSEN, problems: [] })
}

/** POST /reports/:reportId/exports: the file; what a format does not hold comes back with the form. */
export function createExport(services: Services): RequestHandler<ReportNamed> {
  const { db, clock, config } = services
  return async (req, res) => {
    const { reportId } = req.params
    const typed = readExportForm(req.body)
    const refuse = (text: string, href: string): Promise<void> =>
      show(services, res, reportId, { status: 422, typed, problems: [{ text, href }] })
    const format = oneOf(exportFormats, typed.format)
    if (format === undefined) return refuse('Choose a format.', '#format-csv')
    try {
      const file = await exportReport(db, {
        ...{ reportId, format, desk: deskOf(config) },
        include: inclusions.filter((part) => typed.include.includes(part)),
        byOthers: typed.byOthers ? true : undefined,
        by: currentAccount(res),
        at: clock(),
      })
      res.attachment(file.name).type(file.mediaType).send(Buffer.from(file.bytes))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await refuse(error.message, `#format-${format}`)
    }
  }
}

const readExportForm = (body: unknown): TypedExport => ({
  format: fieldOf(body, 'format') || 'docx',
  include: inclusions.filter((part) => fieldOf(body, part) !== ''),
  byOthers: fieldOf(body, 'byOthers') !== '',
})

async function show(
  { db }: Services,
  res: Response,
  reportId: string,
  { status, typed, problems }: { status: number; typed: TypedExport; problems: readonly Problem[] },
): Promise<void> {
  const editor = currentAccount(res)
  const report = await showReport(db, editor, reportId)
  assertMay(editor, 'export', targetOf(report))
  res.status(status).render('exports/show', {
    report,
    open: await countOpenWork(db, report.draft.id, await loadHidden(db, report, editor.id)),
    page: exportPage(typed, printingBrowser() !== null),
    problems,
  })
}
