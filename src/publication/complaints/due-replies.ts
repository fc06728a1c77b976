import { inTransaction } from '../../db/in-transaction.ts'
import { endJobWithin } from '../../jobs/end-job.ts'
import type { JobKind } from '../../jobs/job.ts'
import type { Services } from '../../services.ts'
import { tellReplies } from './tell-replies.ts'

/** Every hour: tells of the replies to complaints that are due soon, or overdue. */
export const dueReplies = ({ db, clock }: Pick<Services, 'db' | 'clock'>): JobKind => ({
  name: 'due replies',
  schedule: { cron: '20 * * * *' },
  run: (job) =>
    inTransaction(db, async (tx) => {
      await tellReplies(tx, clock())
      await endJobWithin(tx, job, clock())
    }),
})
