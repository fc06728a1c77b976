import type { RequestHandler } from 'express'
import { may } from '../accounts/policy.ts'
import { loadQueue } from '../review/load-queue.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { queuePage } from './pages/queue-page.ts'

/** GET /queue: what waits for whoever asks, over all reports they may read. */
export function showQueue({ db, clock }: Services): RequestHandler {
  return async (_req, res) => {
    const now = clock()
    const parts = await loadQueue(db, currentAccount(res), now)
    res.render('queue/index', {
      page: queuePage(parts, now),
      mayDigest: may(currentAccount(res), 'read the digest'),
    })
  }
}
