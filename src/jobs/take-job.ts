import type { Database } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { CLOCKS_APART, HOLD, isDue, type JobAtHand, LONGEST_WAIT } from './job.ts'

/** Jobs that are looked at in one go; where others took all of them, the next round finds more. */
const AT_ONCE = 20

/**
 * Takes the job of these kinds that is due longest, for `HOLD` milliseconds from `now`. However many processes ask, each job is in
 * one pair of hands: the row is changed only where it still stands as it was read.
 * @returns null when nothing is due
 */
export async function takeJob(db: Database, kinds: readonly string[], now: Date): Promise<JobAtHand | null> {
  for (const job of await dueJobs(db, kinds, now)) {
    const hold = newId()
    const { count } = await db.job.updateMany({
      where: { id: job.id, state: job.state, takenBy: job.takenBy, attempts: job.attempts },
      data: {
        state: 'running',
        takenBy: hold,
        takenUntil: new Date(now.getTime() + HOLD),
        attempts: job.attempts + 1,
      },
    })
    if (count === 0) continue
    const { id, kind, createdById } = job
    return { id, kind, createdById, payload: JSON.parse(job.payload), attempt: job.attempts + 1, hold }
  }
  return null
}

async function dueJobs(db: Database, kinds: readonly string[], now: Date) {
  const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds)
  const rows = await db.job.findMany({
    where: {
      kind: { in: [...kinds] },
      OR: [
        { state: 'waiting', runAfter: { lte: now } },
        { state: 'waiting', runAfter: { gt: after(LONGEST_WAIT + CLOCKS_APART) } },
        { state: 'waiting', createdAt: { gt: after(CLOCKS_APART) } },
        { state: 'running', takenUntil: null },
        { state: 'running', takenUntil: { lte: now } },
        { state: 'running', takenUntil: { gt: after(HOLD + CLOCKS_APART) } },
      ],
    },
    orderBy: [{ runAfter: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
  })
  return rows.filter((row) => isDue(row, now))
}
