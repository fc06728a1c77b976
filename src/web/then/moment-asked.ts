import type { ParsedQs } from 'qs'
import { Invalid } from '../../errors.ts'
import { momentOf, type Moment } from '../../history/moment.ts'
import { fieldOf } from '../forms/problems.ts'

/**
 * The moment that a page is asked for, null for now. A form gives a time of the day in a field of its own: `at`, `at-time`.
 * @throws Invalid neither a day nor a time
 */
export function momentAsked(query: ParsedQs, name = 'at'): Moment | null {
  const given = momentGiven(query, name)
  if (given === '') return null
  const moment = momentOf(given)
  if (moment === null) throw new Invalid(`“${given}” is no date: give one as 2026-05-03 or 2026-05-03T14:00.`)
  return moment
}

/** What was given for a moment, in one; '' for nothing. */
export function momentGiven(query: ParsedQs, name = 'at'): string {
  const [day, time] = [fieldOf(query, name), fieldOf(query, `${name}-time`)]
  return time === '' || day.length !== 10 ? day : `${day}T${time}`
}
