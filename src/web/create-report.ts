import type { RequestHandler, Response } from 'express'
import type { Account } from '../accounts/account.ts'
import { importReport } from '../drafts/import-report.ts'
import { showReport } from '../drafts/report-view.ts'
import { Invalid, NotFound } from '../errors.ts'
import { isQuickToRead } from '../reading/read-document-aside.ts'
import type { Services } from '../services.ts'
import type { Problem } from './forms/problems.ts'
import { EMPTY_REPORT_FORM, readReportForm, type TypedReport } from './forms/report-form.ts'
import { currentAccount } from './middleware/current-account.ts'
import { formatChoices } from './pages/format-choices.ts'
import { underWayPage } from './pages/under-way-page.ts'
import type { ReadingOutcome, ReadingsUnderWay } from './readings-under-way.ts'

/** Milliseconds that a browser waits for the report itself before it is sent to a page that shows how far it is. */
const DIRECTLY = 2000

/** Seconds between two looks at how far it is. */
const RELOADS = 3

/** GET /reports/new */
export const newReport: RequestHandler = (_req, res) => showForm(res, 200, EMPTY_REPORT_FORM)

/**
 * POST /reports: reads what was uploaded or pasted and shows what was read; what cannot be read comes back with the form.
 * A file that takes long leads to a page that shows how far it is.
 */
export function createReport({ db, clock }: Services, readings: ReadingsUnderWay): RequestHandler {
  return async (req, res) => {
    const form = readReportForm(req.body, req.file)
    if (!form.ok) {
      showForm(res, 422, form.typed, form.problems)
      return
    }
    const by = currentAccount(res)
    const { id, ended } = readings.begin({
      accountId: by.id,
      name: form.value.name,
      typed: form.typed,
      read: (reportId, tell) =>
        importReport(db, { ...form.value, id: reportId, tell, importedBy: by, at: clock() }),
    })
    const outcome = isQuick(form.value) ? await ended : await Promise.race([ended, soon(DIRECTLY)])
    if (outcome === null) res.redirect(303, `/reports/readings/${id}`)
    else showOutcome(res, outcome, form.typed)
  }
}

/** GET /reports/readings/:readingId: how far the reading of a file is; once it is over, what came of it. */
export function showReadingUnderWay(
  { db }: Services,
  readings: ReadingsUnderWay,
): RequestHandler<{ readingId: string }> {
  return async (req, res) => {
    const { readingId } = req.params
    const here = `/reports/readings/${readingId}`
    const reading = readings.find(readingId, currentAccount(res).id)
    if (reading === undefined) {
      if (await isReport(db, currentAccount(res), readingId))
        res.redirect(303, `/reports/${readingId}/reading`)
      else res.status(404).render('reports/not-under-way', { here })
      return
    }
    if (reading.outcome !== null) {
      showOutcome(res, reading.outcome, reading.typed)
      return
    }
    const still = req.query['still'] !== undefined
    if (!still) res.set('Refresh', String(RELOADS))
    res.render('reports/under-way', {
      name: reading.name,
      reading: underWayPage(reading.progress),
      reloads: still ? null : RELOADS,
      here,
    })
  }
}

/** A reading that went well is a report under the same id, whichever process of the server read it. */
async function isReport(db: Services['db'], reader: Account, id: string): Promise<boolean> {
  try {
    await showReport(db, reader, id)
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

function showOutcome(res: Response, outcome: ReadingOutcome, typed: TypedReport): void {
  if ('report' in outcome) {
    res.redirect(303, `/reports/${outcome.report.id}/reading`)
    return
  }
  const { failure } = outcome
  if (!(failure instanceof Invalid)) throw failure
  showForm(res, 422, typed, [{ text: failure.message, href: typed.pasted === '' ? '#file' : '#pasted' }])
}

function showForm(
  res: Response,
  status: number,
  typed: TypedReport,
  problems: readonly Problem[] = [],
): void {
  res.status(status).render('reports/new', { typed, problems, formats: formatChoices() })
}

/** Whether the file is read before anyone would wait; one of no known kind is refused at once, too. */
function isQuick({
  bytes,
  ...options
}: Parameters<typeof isQuickToRead>[1] & { bytes: Uint8Array }): boolean {
  try {
    return isQuickToRead(bytes, options)
  } catch {
    return true
  }
}

const soon = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), milliseconds))
