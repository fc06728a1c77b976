/** The states of a job: it waits for its time, is at work, ended well, or was given up. */
export const jobStates = ['waiting', 'running', 'done', 'failed'] as const
export type JobState = (typeof jobStates)[number]

/** A job in the hands of one process. */
export interface JobAtHand {
  readonly id: string
  readonly kind: string
  /** What it was started with, from JSON. */
  readonly payload: unknown
  /** Who asked for it; null: the schedule. */
  readonly createdById: string | null
  /** From 1. */
  readonly attempt: number
  /** Marks this hold apart from every other that the job was or will be under. */
  readonly hold: string
}

/**
 * A kind of work that the job table runs. To add one: write a file that makes a `JobKind`, and name it in src/job-kinds.ts. Start
 * a job with `startJob` (src/jobs/start-job.ts), or give the kind a `schedule`.
 *
 * A job runs at least once: when its process dies, or loses its hold, another takes it from the beginning. What it writes
 * therefore belongs into one transaction that also ends it (`endJobWithin`, src/jobs/end-job.ts): then it counts once. Work that
 * never ends its job itself is ended when `run` returns.
 */
export interface JobKind {
  readonly name: string
  /**
   * Does the work. A throw is an attempt that failed: it is tried again after a while, up to `attempts` times. `NotFound`,
   * `NotAllowed`, `Conflict`, `Gone` and `Invalid` (src/errors.ts) are final. `stopping`: aborted when the server stops, or the
   * hold is lost; whoever throws then has not failed.
   */
  readonly run: (job: JobAtHand, stopping: AbortSignal) => Promise<void>
  /** How often it is tried. 5 unless told. */
  readonly attempts?: number
  readonly schedule?: JobSchedule
}

/** When a kind of job starts by itself: once for each time of the pattern, however many processes run. */
export interface JobSchedule {
  /** A cron pattern, in UTC: `0 6 * * *` is every day at six. */
  readonly cron: string
  /** The longest, in milliseconds, that it is started late where no process ran at its time. A day unless told. */
  readonly catchUp?: number
  readonly payload?: unknown
}

/** Milliseconds after which a hold that was not renewed ends. A process renews its holds three times as often. */
export const HOLD = 60_000

/** Nothing waits longer, in milliseconds: what seems to was written by a clock that was wrong. */
export const LONGEST_WAIT = 31 * 24 * 3_600_000

/** How far, in milliseconds, the clocks of processes may lie apart. */
export const CLOCKS_APART = 5 * 60_000

/** Milliseconds before a job that failed for the n-th time (from 1) is tried again: half a minute, then four times as long, an hour at most. */
export const waitAfter = (attempt: number): number => Math.min(30_000 * 4 ** (attempt - 1), 3_600_000)

export interface TimesOfJob {
  readonly state: string
  readonly runAfter: Date
  readonly createdAt: Date
  readonly takenUntil: Date | null
}

/**
 * Whether a process may take a job at `now`. Times that lie further ahead than any job sets them were written before the
 * clock went back: they count as come, so that nothing waits for a year that was a mistake.
 */
export function isDue(job: TimesOfJob, now: Date): boolean {
  const ahead = (time: Date): number => time.getTime() - now.getTime()
  if (job.state === 'waiting')
    return (
      ahead(job.runAfter) <= 0 ||
      ahead(job.runAfter) > LONGEST_WAIT + CLOCKS_APART ||
      ahead(job.createdAt) > CLOCKS_APART
    )
  if (job.state !== 'running') return false
  return job.takenUntil === null || ahead(job.takenUntil) <= 0 || ahead(job.takenUntil) > HOLD + CLOCKS_APART
}
