import { Invalid } from '../../errors.ts'
import { readDeadline } from './deadline.ts'

/**
 * The end of a day that a form sent, undefined where it was left empty.
 * @throws Invalid there is no such day
 */
export function endOfDay(given: string): Date | undefined {
  const day = readDeadline(given.trim())
  if (day === undefined) throw new Invalid('Give a day that there is, as 2026-01-05.')
  return day ?? undefined
}
