import type { Services } from '../../services.ts'
import * as comments from '../comments.ts'
import { showDigest } from '../digest.ts'
import * as notices from '../notices.ts'
import { createPresence } from '../presence.ts'
import { showQueue } from '../queue.ts'
import { get, post, type Route } from '../routing.ts'
import * as together from '../together.ts'

/** What people do with one another: queue, notices, comments, assignments, initials, hand-over notes. */
export const togetherRoutes = (services: Services): readonly Route[] => [
  get('/queue', 'see the desk', showQueue(services)),
  get('/digest', 'read the digest', showDigest(services)),
  get('/notices', 'use own account', notices.showNotices(services)),
  post('/notices/seen', 'use own account', notices.createAllSeen(services)),
  post('/notices/:noticeId/seen', 'use own account', notices.createSeen(services)),
  post('/account/notices', 'use own account', notices.createNoticeWay(services)),

  get('/reports/:reportId/together', 'read report', together.showTogether(services)),
  post('/reports/:reportId/assignments', 'take claims', together.createAssignment(services)),
  post('/reports/:reportId/assignments/endings', 'take claims', together.createAssignmentEnding(services)),
  post('/reports/:reportId/initials', 'initial sections', together.createInitials(services)),
  post('/initials/:initialsId/withdrawals', 'initial sections', together.createInitialsWithdrawal(services)),
  post('/reports/:reportId/hand-overs', 'hand over', together.createHandOver(services)),
  post('/reports/:reportId/comments', 'comment', comments.createReportComment(services)),

  post('/claims/:claimId/comments', 'comment', comments.createClaimComment(services)),
  post('/comments/:commentId/withdrawals', 'comment', comments.createCommentWithdrawal(services)),
  post('/claims/:claimId/presence', 'read report', createPresence(services)),
]
