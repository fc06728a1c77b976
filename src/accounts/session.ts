import type { Account } from './account.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A session ends after this long without a request. */
export const IDLE_LIMIT = 12 * HOUR

/** A session ends this long after sign-in, used or not. */
export const ABSOLUTE_LIMIT = 14 * 24 * HOUR

/** How stale `lastSeenAt` may be: a page view within this time costs no write. */
export const SEEN_EVERY = 5 * MINUTE

/** A session that is alive, with the account it belongs to. `id`: SHA-256 of the cookie's value, hex. */
export interface Session {
  readonly id: string
  readonly csrfToken: string
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly account: Account
}

type Times = Pick<Session, 'lastSeenAt' | 'expiresAt'>

/** Alive up to, not including, the instant of either limit. */
export const isAlive = ({ lastSeenAt, expiresAt }: Times, now: Date): boolean =>
  now < expiresAt && now < addTime(lastSeenAt, IDLE_LIMIT)

export const isDueToBeSeen = ({ lastSeenAt }: Pick<Times, 'lastSeenAt'>, now: Date): boolean =>
  now >= addTime(lastSeenAt, SEEN_EVERY)

/** `time`: milliseconds, may be negative. */
export const addTime = (instant: Date, time: number): Date => new Date(instant.getTime() + time)
