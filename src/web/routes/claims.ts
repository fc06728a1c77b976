import type { Services } from '../../services.ts'
import * as claims from '../claims.ts'
import { get, post, type Route } from '../routing.ts'
import { showClaimThen } from '../then/claim.ts'

/** One claim, and what is ruled on it. */
export const claimRoutes = (services: Services): readonly Route[] => [
  get('/claims/:claimId', 'read report', [showClaimThen(services), claims.showClaim(services)]),
  post('/claims/:claimId/verdicts', 'rule', claims.createVerdict(services)),
  post('/claims/:claimId/withdrawals', 'withdraw verdict', claims.createWithdrawal(services)),
  post('/claims/:claimId/outcomes', 'decide outcome', claims.createOutcome(services)),
  post('/claims/:claimId/outcome-withdrawals', 'decide outcome', claims.createOutcomeWithdrawal(services)),
]
