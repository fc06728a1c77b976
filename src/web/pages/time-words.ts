/** An instant as pages print it: exactly, and in words for whoever has no script (script puts the reader's own time). */
export interface TimeWords {
  /** ISO 8601, UTC. */
  readonly iso: string
  /** "9 Oct 2023, 14:05 UTC" */
  readonly words: string
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

export const timeWords = (at: Date): TimeWords => ({
  iso: at.toISOString(),
  words: `${FORMAT.format(at)} UTC`,
})
