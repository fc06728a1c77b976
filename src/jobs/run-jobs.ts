import { setTimeout as pause } from 'node:timers/promises'
import type { JobKind } from './job.ts'
import { type JobRunner, runJob } from './run-job.ts'
import { dropOldJobs, startScheduled } from './schedule-jobs.ts'
import { takeJob } from './take-job.ts'

export interface JobLoop {
  /** Takes no more jobs, tells those at work to stop, and waits for them. */
  readonly stop: () => Promise<void>
}

interface JobLoopOptions extends JobRunner {
  readonly kinds: readonly JobKind[]
  /** Jobs at work at one time in this process. */
  readonly atOnce?: number
  /** Milliseconds between two looks at the table when nothing is due. */
  readonly every?: number
  /** Milliseconds between two looks at the schedule. */
  readonly scheduleEvery?: number
}

/** Runs the jobs of these kinds, as they come due, until it is stopped. Any number of processes may do so at one database. */
export function startJobLoop(options: JobLoopOptions): JobLoop {
  const { db, clock, log, kinds, atOnce = 2, every = 1_000, scheduleEvery = 30_000 } = options
  const stopping = new AbortController()
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const wait = (milliseconds: number): Promise<void> =>
    pause(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  const ended = Promise.all([...Array.from({ length: atOnce }, work), watchSchedule()])
  return {
    stop: async () => {
      stopping.abort()
      await ended
    },
  }

  /** One pair of hands. */
  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (!(await unlessItFails(takeAndRun, 'A job could not be taken'))) await wait(every)
    }
  }

  /** Whether there was one. */
  async function takeAndRun(): Promise<boolean> {
    const job = await takeJob(db, [...byName.keys()], clock())
    const kind = byName.get(job?.kind ?? '')
    if (job === null || kind === undefined) return false
    await runJob(options, kind, job, stopping.signal)
    return true
  }

  async function watchSchedule(): Promise<void> {
    while (!stopping.signal.aborted) {
      await unlessItFails(lookAtSchedule, 'Scheduled jobs could not be started')
      await wait(scheduleEvery)
    }
  }

  async function lookAtSchedule(): Promise<boolean> {
    await startScheduled(db, kinds, clock())
    return (await dropOldJobs(db, clock())) > 0
  }

  /** Nothing may end the loop: a database that is away for a minute comes back. */
  async function unlessItFails(act: () => Promise<boolean>, words: string): Promise<boolean> {
    try {
      return await act()
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message : String(error) }, words)
      return false
    }
  }
}
