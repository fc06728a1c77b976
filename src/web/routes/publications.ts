import type { Services } from '../../services.ts'
import * as complaints from '../complaints.ts'
import { receiveFile } from '../middleware/receive-file.ts'
import * as publications from '../publications.ts'
import { get, post, postLong, type Route } from '../routing.ts'
import { downloadStanding, showStanding } from '../standing.ts'
import { showOneWentOut } from '../went-out.ts'

/** What comes after publication. The evidence page itself stands in src/app.ts, before sessions. */
export const publicationRoutes = (services: Services): readonly Route[] => [
  get('/reports/:reportId/publications', 'read report', publications.showPublications(services)),
  post(
    '/publications/:publicationId/evidence-page',
    'open evidence page',
    publications.createEvidencePage(services),
  ),
  post(
    '/publications/:publicationId/went-out',
    'compare what went out',
    publications.createWentOut(services),
    receiveFile(),
  ),
  post(
    '/publications/:publicationId/went-out-fetches',
    'compare what went out',
    publications.createWentOutFetch(services),
  ),
  get('/went-out/:wentOutId', 'read report', showOneWentOut(services)),
  post(
    '/publications/:publicationId/corrections',
    'correct publication',
    publications.createCorrection(services),
  ),
  post(
    '/publications/:publicationId/withdrawals',
    'withdraw publication',
    publications.createWithdrawal(services),
  ),
  get('/reports/:reportId/complaints', 'see complaints', complaints.showComplaints(services)),
  postLong('/reports/:reportId/complaints', 'enter complaints', complaints.createComplaint(services)),
  get('/complaints/:complaintId', 'see complaints', complaints.showOneComplaint(services)),
  postLong('/complaints/:complaintId/decisions', 'decide complaints', complaints.createDecision(services)),
  post(
    '/complaints/:complaintId/withdrawals',
    'enter complaints',
    complaints.createComplaintWithdrawal(services),
  ),
  get('/standing', 'see the desk', showStanding(services)),
  get('/standing.csv', 'see the desk', downloadStanding(services)),
]
