import type { RequestHandler } from 'express'
import { deskOf } from '../exports/desk-of.ts'
import { exportReport } from '../exports/export-report.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { exportQuery, idParams } from './schemas.ts'

/** GET /reports/:id/export?format=: the file itself. */
export function sendExport({ db, clock, config }: Services): RequestHandler {
  return async (req, res) => {
    const { format, include, byOthers } = parse(exportQuery, req.query)
    const file = await exportReport(db, {
      reportId: parse(idParams, req.params).id,
      format,
      include,
      byOthers,
      desk: deskOf(config),
      by: currentAccount(res),
      at: clock(),
    })
    res.attachment(file.name).type(file.mediaType).send(Buffer.from(file.bytes))
  }
}
