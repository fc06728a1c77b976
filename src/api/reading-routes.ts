import * as readings from './readings.ts'
import {
  coverageQuery,
  newClassification,
  newConfirmation,
  newCorrection,
  newCorrectionWithdrawal,
  newPolicy,
} from './reading-schemas.ts'
import { REFUSALS, type ApiRoute } from './api-route.ts'
import { idParams } from './schemas.ts'

const CHANGED = { 409: 'It changed since, or an older draft', 422: 'The body does not fit', ...REFUSALS }

/** What the API serves about how a draft was read, and what its sentences are. */
export const readingRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/reports/:id/policy',
    summary: 'Set what a report asks of its checkers',
    handler: readings.createPolicy,
    access: 'change settings',
    params: idParams,
    body: newPolicy,
    answers: { 201: 'The policy', 422: 'The body does not fit', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/drafts/:id/confirmations',
    summary: 'Confirm that a draft was read right',
    handler: readings.createConfirmation,
    access: 'confirm reading',
    params: idParams,
    body: newConfirmation,
    answers: { 201: 'The confirmation', ...CHANGED },
  },
  {
    method: 'get',
    path: '/drafts/:id/corrections',
    summary: 'The corrections of a reading, newest first',
    handler: readings.indexCorrections,
    access: 'read report',
    params: idParams,
    answers: { 200: 'All corrections, and the reading’s revision', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/drafts/:id/corrections',
    summary: 'Lay a correction over a reading',
    handler: readings.createCorrection,
    access: 'correct reading',
    params: idParams,
    body: newCorrection,
    answers: { 201: 'The correction, and what became of the claims it touched', ...CHANGED },
  },
  {
    method: 'post',
    path: '/corrections/:id/withdrawals',
    summary: 'Take a correction back',
    handler: readings.createCorrectionWithdrawal,
    access: 'correct reading',
    params: idParams,
    body: newCorrectionWithdrawal,
    answers: { 201: 'The withdrawal, and what became of the claims it touched', ...CHANGED },
  },
  {
    method: 'get',
    path: '/drafts/:id/coverage',
    summary: 'Each sentence of a draft as a claim or why it is none',
    handler: readings.indexCoverage,
    access: 'read report',
    params: idParams,
    query: coverageQuery,
    answers: {
      200: 'A page of sentences, and how many there are of each',
      422: 'A parameter does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'post',
    path: '/drafts/:id/classifications',
    summary: 'Take a sentence for a claim, or for nothing that could be checked',
    handler: readings.createClassification,
    access: 'classify sentences',
    params: idParams,
    body: newClassification,
    answers: { 201: 'The classification and its claim', ...CHANGED },
  },
  {
    method: 'post',
    path: '/classifications/:id/withdrawals',
    summary: 'Take a classification back',
    handler: readings.createClassificationWithdrawal,
    access: 'classify sentences',
    params: idParams,
    answers: { 201: 'The withdrawal and the claim', ...CHANGED },
  },
]
