import type { RequestHandler } from 'express'
import { may } from '../accounts/policy.ts'
import { importReport } from '../drafts/import-report.ts'
import { listReports } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { EMPTY_REPORT_FORM, readReportForm } from './forms/report-form.ts'
import { currentAccount } from './middleware/current-account.ts'
import { formatChoices } from './pages/format-choices.ts'
import { reportRow } from './pages/report-row.ts'

const PER_PAGE = 50

/** GET /reports?after=ID: the reports that this person may read. */
export function showReports({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const after = fieldOf(req.query, 'after')
    const page = await listReports(db, reader, { limit: PER_PAGE, ...(after === '' ? {} : { after }) })
    res.render('reports/index', {
      reports: page.items.map((report) => reportRow(report)),
      next: page.next,
      mayImport: may(reader, 'import report'),
    })
  }
}

/** GET /reports/new */
export const newReport: RequestHandler = (_req, res) => {
  res.render('reports/new', { typed: EMPTY_REPORT_FORM, problems: [], formats: formatChoices() })
}

/** POST /reports: reads what was uploaded or pasted and opens its desk; what cannot be read comes back with the form. */
export function createReport({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const form = readReportForm(req.body, req.file)
    const again = (problems: readonly Problem[]): void => {
      res.status(422).render('reports/new', { typed: form.typed, problems, formats: formatChoices() })
    }
    if (!form.ok) {
      again(form.problems)
      return
    }
    try {
      const imported = await importReport(db, { ...form.value, importedBy: currentAccount(res), at: clock() })
      res.redirect(303, `/reports/${imported.id}/reading`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      again([{ text: error.message, href: form.typed.pasted === '' ? '#file' : '#pasted' }])
    }
  }
}
