import { Conflict } from '../../errors.ts'
import type { JobKind } from '../../jobs/job.ts'
import type { Database } from '../../db/database.ts'
import { currentHead } from './sign-head.ts'

/** Signs a head of the tree every night, so that no event stays without one for longer than a day. */
export const signHeadsDaily = ({ db, clock }: { db: Database; clock: () => Date }): JobKind => ({
  name: 'sign a head',
  schedule: { cron: '0 0 * * *' },
  run: async () => {
    await currentHead(db, clock()).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error // nothing has happened yet
    })
  },
})
