import { Invalid } from '../../errors.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * The instant at which a review is due that somebody set for a day: its beginning, UTC. Null for '', which sets none.
 * @throws Invalid there is no such day, or it has begun
 */
export function reviewDate(given: string, now: Date): Date | null {
  const day = given.trim()
  if (day === '') return null
  const at = DAY.test(day) ? new Date(`${day}T00:00:00.000Z`) : null
  if (at === null || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day))
    throw new Invalid('Give a day that there is, as 2027-01-05.')
  if (at <= now) throw new Invalid('Choose a day to come: on it the review is due.')
  return at
}

/** The day of a review date, as forms and events say it; null for none. */
export const reviewDay = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null
