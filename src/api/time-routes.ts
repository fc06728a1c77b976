import { REFUSALS, type ApiRoute } from './api-route.ts'
import { idParams } from './schemas.ts'
import * as schemas from './time-schemas.ts'
import * as time from './time.ts'

const CHANGED = { 409: 'It changed since', 422: 'The body does not fit', ...REFUSALS }
const UNFIT = { 422: 'A parameter does not fit', ...REFUSALS }

/** What the API serves about drafts that follow one another, and about dates. */
export const timeRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/reports/:id/confirmations',
    summary:
      'Claims that were reworded since they were ruled on, as you may confirm them, and claims that may have been cut',
    handler: time.indexConfirmations,
    access: 'read report',
    params: idParams,
    answers: { 200: 'Claims and cuts, in order', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/reports/:id/confirmations',
    summary: 'Say that verdicts on earlier words still hold, and that claims were cut: all of it or nothing',
    handler: time.createConfirmations,
    access: 'rule',
    params: idParams,
    body: schemas.newConfirmations,
    answers: { 201: 'Where the claims stand now', ...CHANGED },
  },
  {
    method: 'get',
    path: '/claims/:id/places',
    summary: 'Where a claim without a place may have gone: proposals, and what a search finds',
    handler: time.indexPlaces,
    access: 'edit claims',
    params: idParams,
    query: schemas.placesQuery,
    answers: { 200: 'The claim with the places', ...UNFIT },
  },
  {
    method: 'post',
    path: '/claims/:id/attachments',
    summary: 'Put a claim without a place on words of the present draft, with its whole thread',
    handler: time.createAttachment,
    access: 'edit claims',
    params: idParams,
    body: schemas.newAttachment,
    answers: { 201: 'The edit', ...CHANGED },
  },
  {
    method: 'post',
    path: '/claims/:id/detachments',
    summary: 'Take a claim off words that are not its own',
    handler: time.createDetachment,
    access: 'edit claims',
    params: idParams,
    body: schemas.newDetachment,
    answers: { 201: 'The edit', ...CHANGED },
  },
  {
    method: 'get',
    path: '/reports/:id/comparison',
    summary:
      'Two drafts side by side: where each passage went, the claims between them, what became of fixes',
    handler: time.showComparison,
    access: 'read report',
    params: idParams,
    query: schemas.draftsQuery,
    answers: { 200: 'The comparison', ...UNFIT },
  },
  {
    method: 'get',
    path: '/reports/:id/changes',
    summary: 'The claims that stand otherwise at one instant than at another',
    handler: time.indexChanges,
    access: 'read report',
    params: idParams,
    query: schemas.changesQuery,
    answers: { 200: 'The counts at both, and each claim before and after', ...UNFIT },
  },
  {
    method: 'get',
    path: '/reports/:id/counts',
    summary: 'How many claims stood how at the end of each minute, hour, day or week since the import',
    handler: time.indexCounts,
    access: 'read report',
    params: idParams,
    query: schemas.countsQuery,
    answers: { 200: 'The counts over time', ...UNFIT },
  },
]
