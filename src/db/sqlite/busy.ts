import { setTimeout as pause } from 'node:timers/promises'

/** How long to wait for a lock that another process holds, in milliseconds. */
export const BUSY_LIMIT = 30_000

/** The longest pause between two attempts, in milliseconds: short enough not to be starved by a busy neighbour. */
const LONGEST_PAUSE = 20

/**
 * Does `attempt`, again and again while another process holds the lock, with the event loop free in between.
 * `limit` is in milliseconds; after it the error of the last attempt is thrown.
 */
export async function whenNotBusy<T>(attempt: () => T, limit = BUSY_LIMIT): Promise<T> {
  const giveUpAt = Date.now() + limit
  for (let pauses = 0; ; pauses++) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || Date.now() >= giveUpAt) throw error
    }
    await pause(Math.min(2 ** Math.min(pauses, 8), LONGEST_PAUSE) * (0.5 + Math.random() / 2))
  }
}

/** Whether SQLite says that somebody else holds the lock. By message: some drivers leave the code out. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && /^database (table |schema )?is locked/.test(error.message)
}
