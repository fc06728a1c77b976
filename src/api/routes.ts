import { accountRoutes } from './account-routes.ts'
import { REFUSALS, type ApiRoute } from './api-route.ts'
import { createOutcome, createOutcomeWithdrawal, createVerdict, createWithdrawal } from './claim-rulings.ts'
import { indexClaims, showClaim } from './claims.ts'
import { createDraft, indexDrafts, showDraftText } from './drafts.ts'
import { contactRoutes } from './contact-routes.ts'
import { editRoutes } from './edit-routes.ts'
import { createEvidence } from './evidence.ts'
import { sendExport } from './exports.ts'
import { indexHistory } from './history.ts'
import { forgettingRoutes } from './forgetting-routes.ts'
import { gateRoutes } from './gate-routes.ts'
import { importRoutes } from './import-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { createReport, indexReports, readReport } from './reports.ts'
import {
  claimsQuery,
  exportQuery,
  historyQuery,
  idParams,
  momentQuery,
  newDraftForm,
  newEvidence,
  newOutcome,
  newReportForm,
  newVerdict,
  newWithdrawal,
  pageQuery,
} from './schemas.ts'
import { publicationRoutes } from './publication-routes.ts'
import { sourceRoutes } from './source-routes.ts'
import { captureRoutes } from './capture-routes.ts'
import { togetherRoutes } from './together-routes.ts'
import { timeRoutes } from './time-routes.ts'
import { treeRoutes } from './tree-routes.ts'
import { wordsRoutes } from './words-routes.ts'

/**
 * Everything that the API serves, in the order of CONTRACTS.md, then what concerns readings. The router and `openapi.json` are
 * both made from it.
 */
export const apiRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/reports',
    summary: 'Import a file as a new report',
    handler: createReport,
    access: 'import report',
    body: newReportForm,
    upload: true,
    answers: {
      201: 'The report, with counts and warnings',
      413: 'The file is too large',
      422: 'The file cannot be read',
      ...REFUSALS,
    },
  },
  {
    method: 'get',
    path: '/reports',
    summary: 'The reports you may read, newest first',
    handler: indexReports,
    access: 'see the desk',
    query: pageQuery,
    answers: { 200: 'A page of reports', 401: 'No valid token', 422: 'A parameter does not fit' },
  },
  {
    method: 'get',
    path: '/reports/:id',
    summary: 'One report, as it stands or as it stood',
    handler: readReport,
    access: 'read report',
    params: idParams,
    query: momentQuery,
    answers: { 200: 'The report', 422: 'A parameter does not fit', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/reports/:id/drafts',
    summary: 'The drafts of a report, newest first, with how its claims stand in each',
    handler: indexDrafts,
    access: 'read report',
    params: idParams,
    answers: { 200: 'All drafts', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/reports/:id/drafts',
    summary: 'Import a file as the next draft of a report',
    handler: createDraft,
    access: 'add draft',
    params: idParams,
    body: newDraftForm,
    upload: true,
    answers: {
      201: 'The draft, with what became of the claims',
      409: 'The same file is a draft already, or it may have been sent by mistake',
      413: 'The file is too large',
      422: 'The file cannot be read',
      ...REFUSALS,
    },
  },
  {
    method: 'get',
    path: '/reports/:id/claims',
    summary: 'The claims of a report in order of position',
    handler: indexClaims,
    access: 'read report',
    params: idParams,
    query: claimsQuery,
    answers: { 200: 'A page of claims', 422: 'A parameter does not fit', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/reports/:id/history',
    summary: 'The history of a report, oldest first',
    handler: indexHistory,
    access: 'read history',
    params: idParams,
    query: historyQuery,
    answers: { 200: 'A page of events', 422: 'A parameter does not fit', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/reports/:id/export',
    summary: 'A report as a file, with what is open on its words; recorded in its history',
    handler: sendExport,
    access: 'export',
    params: idParams,
    query: exportQuery,
    answers: { 200: 'The file', 422: 'A parameter does not fit', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/drafts/:id',
    summary: 'A draft’s text with its blocks, notes and markers',
    handler: showDraftText,
    access: 'read report',
    params: idParams,
    answers: { 200: 'The draft', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/claims/:id',
    summary: 'A claim with its placements, notes, evidence, verdicts and outcome',
    handler: showClaim,
    access: 'read report',
    params: idParams,
    answers: { 200: 'The claim', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/claims/:id/verdicts',
    summary: 'Record a verdict',
    handler: createVerdict,
    access: 'rule',
    params: idParams,
    body: newVerdict,
    answers: {
      201: 'The verdict and where the claim stands now',
      409: 'The claim changed since',
      422: 'The verdict does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'post',
    path: '/claims/:id/withdrawals',
    summary: 'Take back your newest verdict',
    handler: createWithdrawal,
    access: 'withdraw verdict',
    params: idParams,
    body: newWithdrawal,
    answers: {
      201: 'Where the claim stands now',
      409: 'The claim changed since, or there is nothing to take back',
      422: 'The body does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'post',
    path: '/claims/:id/outcomes',
    summary: 'Decide what happens to the words',
    handler: createOutcome,
    access: 'decide outcome',
    params: idParams,
    body: newOutcome,
    answers: {
      201: 'Where the claim stands now',
      409: 'The claim changed since',
      422: 'The outcome does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'post',
    path: '/claims/:id/outcome-withdrawals',
    summary: 'Take back your newest decision on the words',
    handler: createOutcomeWithdrawal,
    access: 'decide outcome',
    params: idParams,
    body: newWithdrawal,
    answers: {
      201: 'Where the claim stands now',
      409: 'The claim changed since, or there is nothing to take back',
      422: 'The body does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'post',
    path: '/claims/:id/evidence',
    summary: 'Judge what a source says of the claim',
    handler: createEvidence,
    access: 'give evidence',
    params: idParams,
    body: newEvidence,
    answers: { 201: 'The evidence, and what it supersedes', 422: 'The evidence does not fit', ...REFUSALS },
  },
  ...importRoutes,
  ...editRoutes,
  ...accountRoutes,
  ...memberRoutes,
  ...forgettingRoutes,
  ...gateRoutes,
  ...publicationRoutes,
  ...contactRoutes,
  ...readingRoutes,
  ...sourceRoutes,
  ...captureRoutes,
  ...wordsRoutes,
  ...togetherRoutes,
  ...timeRoutes,
  ...treeRoutes,
]
