import type { RequestHandler } from 'express'
import { importReport } from '../drafts/import-report.ts'
import { listReports, showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams, newReportForm, pageQuery } from './schemas.ts'

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

/** GET /reports/:id */
export function readReport({ db }: Services): RequestHandler {
  return async (req, res) => {
    res.json(await showReport(db, currentAccount(res), parse(idParams, req.params).id))
  }
}
