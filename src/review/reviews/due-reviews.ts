import { inTransaction } from '../../db/in-transaction.ts'
import { endJobWithin } from '../../jobs/end-job.ts'
import type { JobKind } from '../../jobs/job.ts'
import type { Services } from '../../services.ts'
import { askDueReviews } from './ask-due-reviews.ts'

/** Every hour: claims whose review is due come back to the queue. */
export const dueReviews = ({ db, clock }: Pick<Services, 'db' | 'clock'>): JobKind => ({
  name: 'due reviews',
  schedule: { cron: '5 * * * *' },
  run: (job) =>
    inTransaction(db, async (tx) => {
      await askDueReviews(tx, clock())
      await endJobWithin(tx, job, clock())
    }),
})
