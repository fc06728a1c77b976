import type { Services } from '../../services.ts'
import * as captures from '../captures.ts'
import * as evidence from '../evidence.ts'
import * as falls from '../falls.ts'
import { createPut, showPut } from '../put-source.ts'
import { receiveFile } from '../middleware/receive-file.ts'
import { get, post, postLong, type Route } from '../routing.ts'
import * as sources from '../sources.ts'

/** Evidence on claims, and the sources that it comes from. */
export const sourceRoutes = (services: Services): readonly Route[] => [
  postLong('/claims/:claimId/evidence', 'give evidence', evidence.createEvidence(services)),
  post(
    '/claims/:claimId/evidence/:evidenceId/withdrawals',
    'give evidence',
    evidence.createEvidenceWithdrawal(services),
  ),

  get('/sources', 'see sources', sources.showSources(services)),
  post('/sources', 'add source', sources.createSource(services)),
  get('/sources/:sourceId', 'see sources', sources.showOneSource(services)),
  post('/sources/:sourceId/reliability', 'judge source', sources.createReliability(services)),
  post('/sources/:sourceId/edits', 'edit source', sources.createEdit(services)),
  post(
    '/sources/:sourceId/captures',
    'capture source',
    captures.createCapture(services),
    receiveFile<{ sourceId: string }>(),
  ),
  post('/sources/:sourceId/fetches', 'capture source', captures.createFetch(services)),
  post('/sources/:sourceId/link-checks', 'check links', captures.createLinkCheck(services)),
  get('/captures/:captureId/file', 'see sources', captures.downloadCapture(services, 'file')),
  get('/captures/:captureId/warc', 'see sources', captures.downloadCapture(services, 'warc')),
  post('/sources/:sourceId/origin', 'edit source', sources.createOrigin(services)),
  post('/sources/:sourceId/merges', 'merge sources', sources.createMerge(services)),
  post('/sources/:sourceId/merge-withdrawals', 'merge sources', sources.createMergeWithdrawal(services)),
  post('/sources/:sourceId/protection', 'protect source', sources.createProtection(services)),
  post('/sources/:sourceId/protection-lifts', 'protect source', sources.createProtectionLift(services)),
  post('/sources/:sourceId/review-dates', 'edit source', sources.createReviewDate(services)),
  get('/sources/:sourceId/fall', 'let sources fall', falls.showFall(services)),
  post('/sources/:sourceId/falls', 'let sources fall', falls.createFall(services)),
  post('/sources/:sourceId/fall-withdrawals', 'let sources fall', falls.createFallWithdrawal(services)),
  get('/sources/:sourceId/reports/:reportId', 'give evidence', showPut(services)),
  postLong('/sources/:sourceId/reports/:reportId', 'give evidence', createPut(services)),
]
