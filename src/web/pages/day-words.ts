import type { TimeWords } from './time-words.ts'

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A deadline as pages print it: the day, and whether it has passed. */
export interface DeadlineWords {
  readonly day: TimeWords
  readonly overdue: boolean
}

/** The day at whose end (UTC) a deadline passes; `iso` is the day alone, so that no time zone moves it. */
export const deadlineWords = (deadline: Date, now: Date): DeadlineWords => ({
  day: { iso: deadline.toISOString().slice(0, 10), words: DAY.format(deadline) },
  overdue: deadline < now,
})
