import type { Database, Transaction } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { LONGEST_WAIT } from './job.ts'

export interface NewJob {
  readonly kind: string
  /** Anything that JSON holds; ids rather than words, for the row is no sealed text. */
  readonly payload?: unknown
  /** Names work that is not to wait twice: while such a job has not ended, another is not started. */
  readonly key?: string
  /** Not before then: 31 days ahead at most. At once unless told. */
  readonly runAfter?: Date
  /** Who asks for it; null: the schedule. */
  readonly createdById: string | null
  readonly at: Date
  /** Its id, where that says for what time it is: a job of this id is never started twice, even when the first has ended. */
  readonly id?: string
}

export interface StartedJob {
  readonly id: string
  /** It was there already, and nothing was started. */
  readonly known: boolean
}

/**
 * Puts a job into the table, from where a process takes it. Within a transaction the job starts only if that is kept.
 * @throws Error it is to wait longer than 31 days
 */
export async function startJob(db: Database | Transaction, job: NewJob): Promise<StartedJob> {
  const { kind, payload = {}, key = null, at, runAfter = at, createdById, id = newId() } = job
  if (runAfter.getTime() - at.getTime() > LONGEST_WAIT) throw new Error('A job waits for 31 days at most')
  const inserted = await db.$executeRaw`
    INSERT INTO "Job" ("id", "kind", "key", "payload", "state", "attempts", "runAfter", "createdById", "createdAt")
    VALUES (${id}, ${kind}, ${key}, ${JSON.stringify(payload)}, 'waiting', 0, ${runAfter}, ${createdById}, ${at})
    ON CONFLICT DO NOTHING`
  if (inserted === 1) return { id, known: false }
  const known = await db.job.findFirst({
    where: { OR: [{ id }, ...(key === null ? [] : [{ key }])] },
    select: { id: true },
  })
  return known === null ? startJob(db, job) : { id: known.id, known: true }
}
