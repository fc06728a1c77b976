import type { Services } from '../../services.ts'
import * as edits from '../claim-edits.ts'
import * as added from '../new-claim.ts'
import { get, post, type Route } from '../routing.ts'
import * as rechecks from '../rechecks.ts'
import * as second from '../second-checks.ts'

/** What a claim is, and more than one checker. */
export const editRoutes = (services: Services): readonly Route[] => [
  get('/reports/:reportId/claims/new', 'edit claims', added.showNewClaim(services)),
  post('/reports/:reportId/claims', 'edit claims', added.createClaim(services)),
  post('/claims/:claimId/splits', 'edit claims', edits.createSplit(services)),
  post('/claims/:claimId/merges', 'edit claims', edits.createMerge(services)),
  post('/claims/:claimId/markers', 'edit claims', edits.createRelink(services)),
  post('/claims/:claimId/groups', 'edit claims', edits.createGroup(services)),
  post('/claims/:claimId/classifications', 'classify sentences', edits.createClassification(services)),
  post('/claims/:claimId/edit-withdrawals', 'edit claims', edits.createEditWithdrawal(services)),
  post('/claims/:claimId/risk', 'raise risk', second.createRisk(services)),
  post('/claims/:claimId/differences', 'decide difference', second.createDifference(services)),
  post('/claims/:claimId/objections', 'object', second.createObjection(services)),
  post('/claims/:claimId/rechecks', 'ask for a re-check', rechecks.createRecheck(services)),
  post('/claims/:claimId/recheck-closings', 'rule', rechecks.createRecheckClosing(services)),
  post('/claims/:claimId/review-dates', 'rule', rechecks.createReviewDate(services)),
  post('/objections/:objectionId/closings', 'object', second.createClosing(services)),
  post('/objections/:objectionId/takings-over', 'take over objection', second.createTakingOver(services)),
]
