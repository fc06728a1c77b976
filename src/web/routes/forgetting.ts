import type { Services } from '../../services.ts'
import * as retention from '../retention.ts'
import { get, post, type Route } from '../routing.ts'

/** What a report keeps, holds and forgets. */
export const forgettingRoutes = (services: Services): readonly Route[] => [
  get('/reports/:reportId/retention', 'see retention', retention.showRetention(services)),
  post('/reports/:reportId/retention', 'set retention', retention.createRetention(services)),
  post('/reports/:reportId/holds', 'see retention', retention.createHold(services)),
  post('/reports/:reportId/holds/liftings', 'see retention', retention.createHoldLifting(services)),
  post('/reports/:reportId/destructions', 'destroy texts', retention.createDestruction(services)),
  post('/destructions/:destructionId/answers', 'destroy texts', retention.createAnswer(services)),
]
