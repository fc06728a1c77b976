import { inTransaction } from '../../db/in-transaction.ts'
import { endJobWithin } from '../../jobs/end-job.ts'
import type { JobKind } from '../../jobs/job.ts'
import type { Services } from '../../services.ts'
import { tellDeadlines } from './tell-deadlines.ts'

/** Every quarter of an hour: tells of the deadlines that passed. */
export const passedDeadlines = ({ db, clock }: Pick<Services, 'db' | 'clock'>): JobKind => ({
  name: 'passed deadlines',
  schedule: { cron: '*/15 * * * *' },
  run: (job) =>
    inTransaction(db, async (tx) => {
      await tellDeadlines(tx, clock())
      await endJobWithin(tx, job, clock())
    }),
})
