import type { Services } from '../../services.ts'
import * as invitations from '../invitations.ts'
import { showOpenWork } from '../open-work.ts'
import * as people from '../people.ts'
import { get, post, type Route } from '../routing.ts'

/** Who is in: invitations to the desk, the people of a report, and what those who left were at. */
export const peopleRoutes = (services: Services): readonly Route[] => [
  get('/invitations/:secret', 'anyone', invitations.showInvitation(services)),
  post('/invitations/:secret', 'anyone', invitations.createAcceptance(services)),
  post('/accounts/:accountId/invitations', 'manage accounts', invitations.createInvitation(services)),
  post(
    '/accounts/:accountId/invitations/revocation',
    'manage accounts',
    invitations.createInvitationRevocation(services),
  ),
  get('/accounts/:accountId/open-work', 'manage accounts', showOpenWork(services)),

  get('/reports/:reportId/people', 'read report', people.showPeople(services)),
  post('/reports/:reportId/people', 'name people', people.createMember(services)),
  post('/reports/:reportId/people/closing', 'name people', people.createClosing(services)),
  post('/reports/:reportId/people/removals', 'read report', people.createRemoval(services)),
]
