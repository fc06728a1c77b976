import { REFUSALS, type ApiRoute } from './api-route.ts'
import * as forgetting from './forgetting.ts'
import { newDestruction, newDestructionAnswer, newHold, newRetention } from './forgetting-schemas.ts'
import { idParams } from './schemas.ts'

const UNFIT = { 422: 'The body does not fit', ...REFUSALS }
const CHANGED = { 409: 'Legal hold, no rule that applies, or it stands otherwise meanwhile', ...UNFIT }

/** What the API serves about what a report keeps, holds and forgets. */
export const forgettingRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/reports/:id/retention',
    summary: 'What a report keeps and forgets: rules, holds, requests',
    handler: forgetting.showRetention,
    access: 'see retention',
    params: idParams,
    answers: { 200: 'Rules, holds, what there is, and requests, newest first', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/reports/:id/retention',
    summary: 'Set what of a report may be destroyed, and after how many days',
    handler: forgetting.createRetention,
    access: 'set retention',
    params: idParams,
    body: newRetention,
    answers: { 201: 'The rules', ...UNFIT },
  },
  {
    method: 'post',
    path: '/reports/:id/holds',
    summary: 'Put a report under legal hold, as a lawyer of the desk',
    handler: forgetting.createHold,
    access: 'see retention',
    params: idParams,
    body: newHold,
    answers: { 201: 'The hold', ...UNFIT },
  },
  {
    method: 'post',
    path: '/reports/:id/hold-liftings',
    summary: 'Lift the legal hold on a report, as a lawyer of the desk',
    handler: forgetting.createHoldLifting,
    access: 'see retention',
    params: idParams,
    body: newHold,
    answers: { 201: 'How many holds were lifted', ...CHANGED },
  },
  {
    method: 'post',
    path: '/reports/:id/destructions',
    summary: 'Ask for texts or files of a report to be destroyed',
    handler: forgetting.createDestruction,
    access: 'destroy texts',
    params: idParams,
    body: newDestruction,
    answers: { 201: 'The request, and how many texts or files it is about', ...CHANGED },
  },
  {
    method: 'post',
    path: '/destructions/:id/answers',
    summary: 'Destroy what somebody else asked for, decline it, or take your own request back',
    handler: forgetting.createDestructionAnswer,
    access: 'destroy texts',
    params: idParams,
    body: newDestructionAnswer,
    answers: { 201: 'What became of it', ...CHANGED },
  },
]
