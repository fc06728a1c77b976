import type { RequestHandler } from 'express'
import { importReport } from '../drafts/import-report.ts'
import { reportViewThen } from '../drafts/then/report-then.ts'
import { standingThen } from '../drafts/then/standing-then.ts'
import { listReports, showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams, momentQuery, newReportForm, pageQuery } from './schemas.ts'

/** POST /reports: multipart with `file`, and a `title` that overrides the one in the file. */
export function createReport({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    if (req.file === undefined) throw new Invalid('Send the file as the field “file” of a multipart form.')
    const { title, type, closed } = parse(newReportForm, req.body ?? {})
    const imported = await importReport(db, {
      bytes: req.file.buffer,
      name: req.file.originalname,
      type,
      title,
      closed: closed === 'true',
      importedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).location(`/api/v1/reports/${imported.id}`).json(imported)
  }
}

/** GET /reports: what this person may read. */
export function indexReports({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { limit, cursor } = parse(pageQuery, req.query)
    res.json(await listReports(db, currentAccount(res), { limit, after: cursor }))
  }
}

/** GET /reports/:id: as it stands, or as it stood at `at`. */
export function readReport({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const { at } = parse(momentQuery, req.query)
    if (at === undefined) res.json(report)
    else res.json(reportViewThen(report, (await standingThen(db, reader, report, at)).then))
  }
}
