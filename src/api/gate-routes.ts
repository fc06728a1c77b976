import { REFUSALS, type ApiRoute } from './api-route.ts'
import { showAudit } from './audits.ts'
import * as gate from './gate.ts'
import {
  newCaveat,
  newPublication,
  newPublicationAnswer,
  newPublicationRequest,
  newSignOff,
  newWaiver,
} from './gate-schemas.ts'
import { idParams } from './schemas.ts'

const BAD = { 409: 'It changed since, or the answer is no', 422: 'The body does not fit', ...REFUSALS }

const post = (
  path: string,
  summary: string,
  answer: string,
  rest: Pick<ApiRoute, 'access' | 'handler'> & Partial<Pick<ApiRoute, 'body' | 'scope'>>,
): ApiRoute => ({
  ...{ method: 'post', path, summary, params: idParams, answers: { 201: answer, ...BAD } },
  ...rest,
})

/** What the API serves about the audit of a report, and what lets it go out. */
export const gateRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/reports/:id/audit',
    summary: 'What the audit has to say of a report’s present draft',
    handler: showAudit,
    access: 'read report',
    params: idParams,
    answers: { 200: 'The audit', ...REFUSALS },
  },
  post('/reports/:id/waivers', 'Let one finding of the audit pass', 'The waiver', {
    ...{ access: 'waive', body: newWaiver, handler: gate.createWaiver },
  }),
  post('/waivers/:id/withdrawals', 'Take a waiver back', 'The withdrawal', {
    ...{ access: 'waive', handler: gate.createWaiverWithdrawal },
  }),
  post('/claims/:id/caveats', 'Name the words that say a claim is disputed', 'The caveat', {
    ...{ access: 'waive', body: newCaveat, handler: gate.createCaveat },
  }),
  post('/caveats/:id/withdrawals', 'Take a caveat back', 'The withdrawal', {
    ...{ access: 'waive', handler: gate.createCaveatWithdrawal },
  }),
  post('/reports/:id/sign-offs', 'Answer for the draft at work', 'The sign-off', {
    ...{ access: 'read report', scope: 'rule', body: newSignOff, handler: gate.createSignOff },
  }),
  post('/sign-offs/:id/withdrawals', 'Take back one’s own sign-off', 'The withdrawal', {
    ...{ access: 'read report', scope: 'rule', handler: gate.createSignOffWithdrawal },
  }),
  post('/reports/:id/publications', 'Publish the draft at work', 'The publication', {
    ...{ access: 'publish', body: newPublication, handler: gate.createPublication },
  }),
  post('/reports/:id/publication-requests', 'Ask to publish over open points', 'The request', {
    ...{ access: 'publish', body: newPublicationRequest, handler: gate.createPublicationRequest },
  }),
  post('/publication-requests/:id/answers', 'Publish over open points, or decline', 'What was done', {
    ...{ access: 'publish', body: newPublicationAnswer, handler: gate.createPublicationAnswer },
  }),
]
