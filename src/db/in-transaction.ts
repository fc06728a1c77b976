import { setTimeout as pause } from 'node:timers/promises'
import { assertAllTold } from './changed-claims.ts'
import { type Database, kindOf, type Transaction } from './database.ts'
import { lockWriters } from './postgresql/writers-lock.ts'
import { Turns } from './sqlite/turns.ts'
import { TRANSACTION_OPTIONS } from './transaction-options.ts'

export interface TransactionLimits {
  /** The longest that the work may take once it has its turn, in milliseconds. */
  timeout?: number
}

/** How often work is begun again after PostgreSQL ended its transaction to resolve a conflict. */
const ATTEMPTS = 5

/** The writers of this process that wait for their turn at a PostgreSQL database. */
const turnsOf = new WeakMap<Database, Turns>()

/**
 * Runs `work` in one transaction: all of what it writes is kept, or nothing when it throws.
 *
 * This is the one way to write what was decided on by reading: on both databases such transactions run one after
 * another, in order of arrival, and each reads what the ones before it wrote. Within `work` use `tx` alone: waiting
 * for `db` inside would wait for itself. PostgreSQL may begin `work` again, so it must do nothing but database work.
 * @throws what `work` throws · Error it changed a claim without an event that tells where it stands · P2028 it took longer than `timeout` (60 s unless told)
 */
export function inTransaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  limits: TransactionLimits = {},
): Promise<T> {
  const options = { ...TRANSACTION_OPTIONS, ...limits }
  const whole = async (tx: Transaction): Promise<T> => {
    const done = await work(tx)
    assertAllTold(tx)
    return done
  }
  if (kindOf(db) === 'sqlite') return db.$transaction(whole, options)
  return turnsAt(db).run(() =>
    untilNoConflict(() => db.$transaction((tx) => lockWriters(tx).then(() => whole(tx)), options)),
  )
}

function turnsAt(db: Database): Turns {
  const turns = turnsOf.get(db) ?? new Turns()
  turnsOf.set(db, turns)
  return turns
}

async function untilNoConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isWriteConflict(error) || attempts >= ATTEMPTS) throw error
    }
    await pause(attempts * 10 * (0.5 + Math.random()))
  }
}

/** A deadlock with, or a serialisation failure against, a write made outside `inTransaction`. */
function isWriteConflict(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'P2034'
}
