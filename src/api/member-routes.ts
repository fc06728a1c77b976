import { type ApiRoute, REFUSALS } from './api-route.ts'
import { memberNamed, newClosing } from './member-schemas.ts'
import * as members from './members.ts'
import { idParams } from './schemas.ts'

const UNFIT = { 422: 'The body does not fit', ...REFUSALS }

/** What the API serves about who is in: reports closed to the people named on them. */
export const memberRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/reports/:id/members',
    summary: 'Whether a report is closed, and whom it names',
    handler: members.indexMembers,
    access: 'read report',
    params: idParams,
    answers: { 200: 'Whether it is closed, and everybody named on it', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/reports/:id/closing',
    summary: 'Close a report to the people named on it, or open it to the desk',
    handler: members.createClosing,
    access: 'name people',
    scope: 'manage',
    params: idParams,
    body: newClosing,
    answers: { 201: 'Whether it is closed, and everybody named on it', ...UNFIT },
  },
  {
    method: 'post',
    path: '/reports/:id/members',
    summary: 'Name somebody on a report',
    handler: members.createMember,
    access: 'name people',
    scope: 'manage',
    params: idParams,
    body: memberNamed,
    answers: { 201: 'Whether it is closed, and everybody named on it', ...UNFIT },
  },
  {
    method: 'post',
    path: '/reports/:id/members/removals',
    summary: 'Take somebody off a report, or leave it',
    handler: members.createMemberRemoval,
    access: 'read report',
    scope: 'manage',
    params: idParams,
    body: memberNamed,
    answers: {
      201: 'Whether it is closed, and everybody named on it',
      204: 'You left',
      409: 'The last editor who is in cannot leave a closed report',
      ...UNFIT,
    },
  },
]
