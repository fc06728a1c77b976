import { type ApiRoute, REFUSALS } from './api-route.ts'
import * as tree from './tree.ts'
import { consistencyQuery, proofQuery } from './tree-schemas.ts'

/** What the API serves of the tree over all events (docs/proof.md). Only hashes leave. */
export const treeRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/tree/head',
    summary: 'The newest signed head of the tree over all events',
    handler: tree.showHead,
    access: 'see the tree',
    scope: 'read',
    answers: { 200: 'The head, with its public key and as a signed note', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/tree/heads',
    summary: 'Sign a head over all events that there are',
    handler: tree.createHead,
    access: 'see the tree',
    scope: 'edit',
    answers: { 201: 'The head', 409: 'There are no events yet', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/tree/proofs',
    summary: 'Prove that an event of a report is in the tree of the newest head',
    handler: tree.showProof,
    access: 'read history',
    query: proofQuery,
    answers: {
      200: 'The proof',
      409: 'No head reaches the event yet',
      422: 'A parameter does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'get',
    path: '/tree/consistency',
    summary: 'Prove that the tree only grew between two signed heads',
    handler: tree.showConsistency,
    access: 'see the tree',
    scope: 'read',
    query: consistencyQuery,
    answers: { 200: 'The proof', 422: 'A parameter does not fit', ...REFUSALS },
  },
]
