import type { Services } from '../../services.ts'
import { showAudit } from '../audits.ts'
import * as gate from '../gate.ts'
import { showPrintedAudit } from '../printed-audits.ts'
import { get, post, type Route } from '../routing.ts'

/** The audit of a report, what is let pass, who answers for it, and the step that publishes it. */
export const gateRoutes = (services: Services): readonly Route[] => [
  get('/reports/:reportId/audit', 'read report', showAudit(services)),
  get('/reports/:reportId/audit/print', 'read report', showPrintedAudit(services)),
  post('/reports/:reportId/waivers', 'waive', gate.createWaiver(services)),
  post('/reports/:reportId/waivers/withdrawals', 'waive', gate.createWaiverWithdrawal(services)),
  post('/reports/:reportId/caveats', 'waive', gate.createCaveat(services)),
  post('/reports/:reportId/sign-offs', 'read report', gate.createSignOff(services)),
  post('/reports/:reportId/sign-offs/withdrawals', 'read report', gate.createSignOffWithdrawal(services)),
  post('/reports/:reportId/publications', 'publish', gate.createPublication(services)),
  post('/reports/:reportId/publication-requests', 'publish', gate.createPublicationRequest(services)),
  post('/reports/:reportId/publication-requests/answers', 'publish', gate.createPublicationAnswer(services)),
]
