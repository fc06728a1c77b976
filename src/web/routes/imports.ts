import type { ReturnedToTakeIn } from '../forms/returned-form.ts'
import type { Services } from '../../services.ts'
import { confirmImport, createImport, showImports } from '../imports.ts'
import { receiveFile } from '../middleware/receive-file.ts'
import { get, post, type Route } from '../routing.ts'
import { WaitingFiles } from '../waiting-files.ts'

/** What comes back into a report from elsewhere: annotations, tables of claims. */
export function importRoutes(services: Services): readonly Route[] {
  const waiting = new WaitingFiles<ReturnedToTakeIn>()
  return [
    get('/reports/:reportId/imports', 'comment', showImports(services)),
    post('/reports/:reportId/imports', 'comment', createImport(services, waiting), receiveFile()),
    post('/reports/:reportId/imports/confirmations', 'comment', confirmImport(services, waiting)),
  ]
}
