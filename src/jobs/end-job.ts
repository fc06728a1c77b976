import type { Database, Transaction } from '../db/database.ts'
import { Conflict, Gone, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { HOLD, type JobAtHand, waitAfter } from './job.ts'

/** The hold on a job ended before its work did: another process has it now. */
export class HoldLost extends Error {
  override readonly name = 'HoldLost'
}

type Held = Pick<JobAtHand, 'id' | 'hold'>

const held = ({ id, hold }: Held) => ({ id, state: 'running', takenBy: hold })

/**
 * Ends a job as done in the transaction that writes what it did: both are kept, or neither.
 * @throws HoldLost another process has the job; the transaction must not go on
 */
export async function endJobWithin(tx: Transaction, job: Held, at: Date): Promise<void> {
  if (!(await finishJob(tx, job, at))) throw new HoldLost(`Job ${job.id} is in other hands`)
}

/** Ends a job as done. False: it is no more in these hands, or it was ended before. */
export async function finishJob(db: Database | Transaction, job: Held, at: Date): Promise<boolean> {
  const data = { state: 'done', key: null, takenBy: null, takenUntil: null, error: null, endedAt: at }
  return (await db.job.updateMany({ where: held(job), data })).count === 1
}

/** Holds a job for another while. False: it is no more in these hands. */
export async function renewHold(db: Database, job: Held, now: Date): Promise<boolean> {
  const data = { takenUntil: new Date(now.getTime() + HOLD) }
  return (await db.job.updateMany({ where: held(job), data })).count === 1
}

/** Gives a job back before it was done, as if nobody had taken it. */
export async function giveBack(
  db: Database,
  job: Held & Pick<JobAtHand, 'attempt'>,
  now: Date,
): Promise<void> {
  const data = { state: 'waiting', attempts: job.attempt - 1, takenBy: null, takenUntil: null, runAfter: now }
  await db.job.updateMany({ where: held(job), data })
}

/** Says that an attempt failed: the job is tried again after a while, or given up where it was the last, or is final. */
export async function failJob(
  db: Database,
  job: Held & Pick<JobAtHand, 'attempt'>,
  error: unknown,
  { attempts, now }: { readonly attempts: number; readonly now: Date },
): Promise<'waiting' | 'failed'> {
  const words = (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, 500)
  const free = { takenBy: null, takenUntil: null, error: words }
  const over = job.attempt >= attempts || isFinal(error)
  const data = over
    ? { ...free, state: 'failed', key: null, endedAt: now }
    : { ...free, state: 'waiting', runAfter: new Date(now.getTime() + waitAfter(job.attempt)) }
  await db.job.updateMany({ where: held(job), data })
  return over ? 'failed' : 'waiting'
}

/** What will be answered the same however often it is asked. */
const isFinal = (error: unknown): boolean =>
  [Invalid, NotFound, NotAllowed, Conflict, Gone].some((refusal) => error instanceof refusal)
