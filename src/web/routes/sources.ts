import type { Services } from '../../services.ts'
import * as evidence from '../evidence.ts'
import { post, postLong, type Route } from '../routing.ts'

/** Evidence on claims, and the sources that it comes from. */
export const sourceRoutes = (services: Services): readonly Route[] => [
  postLong('/claims/:claimId/evidence', 'give evidence', evidence.createEvidence(services)),
  post(
    '/claims/:claimId/evidence/:evidenceId/withdrawals',
    'give evidence',
    evidence.createEvidenceWithdrawal(services),
  ),
]
