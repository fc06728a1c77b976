import type { Services } from '../../services.ts'
import { get, post, type Route } from '../routing.ts'
import * as tree from '../tree.ts'

/** The tree over all events: its signed heads, and the proof of an event. */
export const treeRoutes = (services: Services): readonly Route[] => [
  get('/tree', 'see the tree', tree.showTree(services)),
  get('/tree/head.json', 'see the tree', tree.sendHead(services)),
  get('/tree/head.txt', 'see the tree', tree.sendNote(services)),
  post('/tree/heads', 'see the tree', tree.createHead(services)),
  get('/reports/:reportId/history/:seq/proof.json', 'read history', tree.sendProof(services)),
]
