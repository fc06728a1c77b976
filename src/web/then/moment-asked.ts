import type { ParsedQs } from 'qs'
import { Invalid } from '../../errors.ts'
import { momentOf, type Moment } from '../../history/moment.ts'
import { fieldOf } from '../forms/problems.ts'

/**
 * The moment that a page is asked for, null for now.
 * @throws Invalid neither a day nor a time
 */
export function momentAsked(query: ParsedQs, name = 'at'): Moment | null {
  const given = fieldOf(query, name)
  if (given === '') return null
  const moment = momentOf(given)
  if (moment === null) throw new Invalid(`“${given}” is no date: give one as 2026-05-03 or 2026-05-03T14:00.`)
  return moment
}
