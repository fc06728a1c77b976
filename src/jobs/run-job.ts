import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { failJob, finishJob, giveBack, HoldLost, renewHold } from './end-job.ts'
import { HOLD, type JobAtHand, type JobKind } from './job.ts'

export interface JobRunner {
  readonly db: Database
  readonly clock: () => Date
  readonly log: Pick<Logger, 'warn'>
  /** Milliseconds between two renewals of a hold: a third of it unless told. */
  readonly renewEvery?: number
}

const ATTEMPTS = 5

/** Runs one job that was taken, holding it meanwhile, and writes down how it ended. Never throws for what the job does. */
export async function runJob(
  runner: JobRunner,
  kind: JobKind,
  job: JobAtHand,
  stopping: AbortSignal,
): Promise<void> {
  const { db, clock, log } = runner
  const attempts = kind.attempts ?? ATTEMPTS
  if (job.attempt > attempts) {
    const died = new Error(`Its process ended in the middle of it ${attempts} times`)
    await failJob(db, job, died, { attempts, now: clock() })
    return
  }
  if (stopping.aborted) {
    await giveBack(db, job, clock())
    return
  }
  const hold = keepHold(runner, job, stopping)
  try {
    await kind.run(job, hold.stopping)
    await finishJob(db, job, clock())
  } catch (error) {
    if (error instanceof HoldLost || hold.isLost()) return
    if (hold.stopping.aborted) {
      await giveBack(db, job, clock())
      return
    }
    const state = await failJob(db, job, error, { attempts, now: clock() })
    log.warn(
      { job: job.id, kind: job.kind, attempt: job.attempt, state, reason: reasonOf(error) },
      'A job failed',
    )
  } finally {
    hold.release()
  }
}

/**
 * Renews a hold again and again. `stopping`: aborted once another process has the job, or this one is to stop. (Made by hand:
 * what `AbortSignal.any` makes can be collected as garbage before it aborts.)
 */
function keepHold({ db, clock, renewEvery = HOLD / 3 }: JobRunner, job: JobAtHand, outer: AbortSignal) {
  const stopping = new AbortController()
  let lost = false
  const stop = (): void => stopping.abort()
  outer.addEventListener('abort', stop)
  const timer = setInterval(() => {
    renewHold(db, job, clock()).then(
      (mine) => {
        if (mine) return
        lost = true
        stop()
      },
      () => undefined, // the database may answer the next one: the hold outlasts two that fail
    )
  }, renewEvery)
  timer.unref()
  const release = (): void => {
    clearInterval(timer)
    outer.removeEventListener('abort', stop)
  }
  return { stopping: stopping.signal, isLost: () => lost, release }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
