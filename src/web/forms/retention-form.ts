import { retained, retentionRules, type RetentionRules } from '../../drafts/retention.ts'
import { Invalid } from '../../errors.ts'
import { fieldOf } from './problems.ts'

/**
 * The retention rules of a form: a number of days for each kind of text, empty for what is kept.
 * @throws Invalid a field is no number of days, or no day that there is
 */
export function readRetentionForm(body: unknown): RetentionRules {
  const days = retained.flatMap((what) => {
    const given = fieldOf(body, `days-${what}`).trim()
    return given === '' ? [] : [[what, Number(given)] as const]
  })
  const until = fieldOf(body, 'retainUntil').trim()
  const parsed = retentionRules.safeParse({
    since: fieldOf(body, 'since') || undefined,
    days: Object.fromEntries(days),
    retainUntil: until === '' ? null : until,
  })
  if (parsed.success) return parsed.data
  throw new Invalid(
    'Give whole days, 0 to 36,500, or leave a field empty to keep what it names; a day is like 2027-01-05.',
  )
}
