import { z } from 'zod'
import { Invalid } from '../errors.ts'
import { destructibles, type Destructible } from '../history/destruction.ts'

/** What a retention rule can be about: everything but single events, which only a court's order destroys. */
export const retained = destructibles.filter((what) => what !== 'payload')

/** From when the days of the rules count. */
export const retentionStarts = ['publication', 'last draft'] as const

/** Most days that a rule waits: a hundred years. */
export const MOST_DAYS = 36_500

/** A report's rules: how many days after its publication, or after its last draft came, what may be destroyed. What is not named is kept. */
export const retentionRules = z.strictObject({
  since: z.enum(retentionStarts).default('publication'),
  days: z.partialRecord(z.enum(destructibles), z.int().min(0).max(MOST_DAYS)).default({}),
  /** A day, YYYY-MM-DD, before which nothing may be destroyed under these rules; null: none. */
  retainUntil: z.iso.date().nullable().default(null),
})

export type RetentionRules = z.infer<typeof retentionRules>

/**
 * The rules in a report's row; null keeps everything.
 * @throws Invalid the row holds something else, which nobody should go on with
 */
export function storedRetention(stored: string | null): RetentionRules {
  const parsed = retentionRules.safeParse(stored === null ? {} : JSON.parse(stored))
  if (parsed.success) return parsed.data
  throw new Invalid('The retention rules of this report cannot be read: set them again.')
}

/** When the days of a report's rules began to count. */
export interface RetentionStart {
  /** Its last publication; null: never. */
  readonly published: Date | null
  /** When its present draft came. */
  readonly lastDraft: Date | null
}

const DAY = 24 * 3_600_000

/** From when on a rule lets this be destroyed; null: no rule does, or its days have not begun to count. */
export function mayGoFrom(rules: RetentionRules, what: Destructible, start: RetentionStart): Date | null {
  const days = what === 'payload' ? undefined : rules.days[what]
  const since = rules.since === 'publication' ? start.published : start.lastDraft
  if (days === undefined || since === null) return null
  const from = new Date(since.getTime() + days * DAY)
  const kept = rules.retainUntil === null ? null : new Date(`${rules.retainUntil}T00:00:00.000Z`)
  return kept !== null && kept > from ? kept : from
}
