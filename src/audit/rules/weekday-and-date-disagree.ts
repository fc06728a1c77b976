import { calendarDates, weekdayName, weekdayOf } from '../calendar-dates.ts'
import type { TextRule } from '../rule.ts'

/** Before, countries changed from one calendar to the other at different times. */
const FIRST_YEAR = 1930

export const weekdayAndDateDisagree: TextRule = {
  id: 'weekday-and-date-disagree',
  severity: 'warning',
  why: 'Where weekday and date disagree, one of them is wrong, and so perhaps is the day that the whole story hangs on.',
  find: (audited) =>
    audited.document.blocks
      .flatMap((block) => calendarDates(audited.quote(block), block.start))
      .flatMap(({ start, end, year, month, day, weekday, exists }) => {
        if (year === null || year < FIRST_YEAR || weekday === null || !exists) return []
        const real = weekdayOf(year, month, day)
        return real === weekday
          ? []
          : [{ at: { start, end }, message: `That day was a ${weekdayName(real)}.` }]
      }),
}
