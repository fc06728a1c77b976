import type { RequestHandler } from 'express'
import { Invalid } from '../errors.ts'
import { previewAnnotations, takeInAnnotations } from '../imports/take-in-annotations.ts'
import { previewClaimsTable, takeInClaimsTable } from '../imports/take-in-claims-table.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newImport } from './import-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** POST /reports/:id/imports: takes a file in that came back, or tells what would come of it. */
export function createImport({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const { as, dryRun, leaveOut } = parse(newImport, req.body)
    if (req.file === undefined) throw new Invalid('Send the file in the field “file”.')
    const file = { bytes: req.file.buffer, name: req.file.originalname }
    const request = { reportId, file, by: currentAccount(res), at: clock() }
    const leaveOutStale = leaveOut === 'stale'
    if (dryRun === 'true') {
      const seen =
        as === 'annotations' ? await previewAnnotations(db, request) : await previewClaimsTable(db, request)
      res.json(seen.plan)
      return
    }
    const plan =
      as === 'annotations'
        ? await takeInAnnotations(db, request)
        : await takeInClaimsTable(db, { ...request, leaveOutStale })
    res.status(201).json(plan)
  }
}
