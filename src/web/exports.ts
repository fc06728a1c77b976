import type { RequestHandler } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { showReport } from '../drafts/report-view.ts'
import { countOpenWork } from '../exports/count-open-work.ts'
import { exportReport } from '../exports/export-report.ts'
import { inclusions } from '../exports/formats.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

/** GET /reports/:reportId/export: what would leave the desk, before somebody lets it. */
export function showExport({ db }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const editor = currentAccount(res)
    const report = await showReport(db, editor, req.params.reportId)
    assertMay(editor, 'export', targetOf(report))
    res.render('exports/show', {
      report,
      open: await countOpenWork(db, report.draft.id, await loadHidden(db, report, editor.id)),
    })
  }
}

/** POST /reports/:reportId/exports: the Word file. */
export function createExport({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const file = await exportReport(db, {
      reportId: req.params.reportId,
      format: 'docx',
      include: inclusions.filter((part) => fieldOf(req.body, part) !== ''),
      by: currentAccount(res),
      at: clock(),
    })
    res.attachment(file.name).type(file.mediaType).send(Buffer.from(file.bytes))
  }
}
