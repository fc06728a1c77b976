import { Cron } from 'croner'
import type { Database } from '../db/database.ts'
import type { JobKind, JobSchedule } from './job.ts'
import { startJob } from './start-job.ts'

const DAY = 24 * 3_600_000

/** Days for which jobs that have ended are kept. */
const KEPT = 30

/** Starts what is scheduled for the time that came last, unless it was started before, by whatever process. */
export async function startScheduled(db: Database, kinds: readonly JobKind[], now: Date): Promise<void> {
  for (const { name, schedule } of kinds) {
    const time = schedule === undefined ? null : lastTime(schedule, now)
    if (time === null) continue
    const id = `${name} ${time.toISOString()}`
    if ((await db.job.count({ where: { id } })) > 0) continue
    await startJob(db, { id, kind: name, payload: schedule?.payload, createdById: null, at: now })
  }
}

/** The newest time of a schedule that is not after `now`, null where it is too long ago to be made up for. */
export function lastTime({ cron, catchUp = DAY }: JobSchedule, now: Date): Date | null {
  const [time] = new Cron(cron, { timezone: 'UTC', paused: true }).previousRuns(
    1,
    new Date(now.getTime() + 1),
  )
  return time === undefined || now.getTime() - time.getTime() > catchUp ? null : time
}

/** Deletes jobs that ended long ago. @returns how many */
export async function dropOldJobs(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT * DAY)
  return (await db.job.deleteMany({ where: { endedAt: { lt: before } } })).count
}
