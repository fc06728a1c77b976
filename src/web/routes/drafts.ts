import { RecentComparisons } from '../../drafts/recent-comparisons.ts'
import type { Services } from '../../services.ts'
import { showComparison } from '../two-drafts.ts'
import * as confirmations from '../confirmations.ts'
import { createDraft, showDrafts } from '../drafts.ts'
import { receiveFile } from '../middleware/receive-file.ts'
import * as places from '../places.ts'
import { get, post, type Route } from '../routing.ts'
import { WaitingFiles } from '../waiting-files.ts'

/** The drafts of a report, what became of its claims between two of them, and what people say to that. */
export function draftRoutes(services: Services): readonly Route[] {
  const recent = new RecentComparisons()
  return [
    get('/reports/:reportId/drafts', 'read report', showDrafts(services)),
    post('/reports/:reportId/drafts', 'add draft', createDraft(services, new WaitingFiles()), receiveFile()),
    get('/reports/:reportId/drafts/:number', 'read report', showComparison(services, recent)),
    get('/reports/:reportId/confirmations', 'read report', confirmations.showConfirmations(services)),
    post('/reports/:reportId/confirmations', 'rule', confirmations.createConfirmations(services)),
    get('/claims/:claimId/rewording', 'read report', confirmations.showRewording(services)),
    post('/claims/:claimId/confirmations', 'rule', confirmations.createConfirmation(services)),
    get('/claims/:claimId/place', 'edit claims', places.showPlace(services, recent)),
    post('/claims/:claimId/attachments', 'edit claims', places.createAttachment(services, recent)),
    post('/claims/:claimId/detachments', 'edit claims', places.createDetachment(services, recent)),
  ]
}
