import { readFileSync } from 'node:fs'
import type { Span } from '../text/span.ts'

/**
 * A day as a text writes it, with its weekday where that stands beside. `year` is null where the text leaves it out; `exists` is
 * false for a day that its month does not have in that year (in any year, where none is given).
 */
export interface CalendarDate extends Span {
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** 0 Sunday – 6 Saturday. */
  readonly weekday: number | null
  readonly exists: boolean
}

const { months } = JSON.parse(
  readFileSync(new URL('../reading/citations/dates.json', import.meta.url), 'utf8'),
) as { readonly months: readonly (readonly string[])[] }
const numbers = new Map(
  months.flatMap((names, i) => names.map((name) => [name.toLowerCase(), i + 1] as const)),
)
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const month = `(?<month>${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`
const weekday = `(?:(?<weekday>${WEEKDAYS.join('|')}),? (?:the )?)?`
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:,? (?<year>(?:1[5-9]|20)\\d\\d)(?![\\p{L}\\p{N}%]))?'
const apart = '(?<![\\p{L}\\p{N}$€£.,:/-])'
const PATTERNS = [
  new RegExp(`${apart}${weekday}${month} ${day}(?![\\p{L}\\p{N}:%]|[.,]\\d|[-–—]\\d)${year}`, 'giu'),
  new RegExp(`${apart}${weekday}${day} (?:of )?${month}(?![\\p{L}\\p{N}])${year}`, 'giu'),
]

/** Most stretches name no month: they are done with sooner. */
const MONTH = new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'iu')

/** The days with a month that a text names, in order. `offset` is added to their places. "May 3–5" is a stretch of days, and left out. */
export function calendarDates(text: string, offset = 0): CalendarDate[] {
  if (!/\d/.test(text) || !MONTH.test(text)) return []
  return PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .flatMap(({ 0: words, index, groups = {} }): CalendarDate[] => {
      const [month, day] = [numbers.get((groups['month'] ?? '').toLowerCase()) ?? 0, Number(groups['day'])]
      const year = groups['year'] === undefined ? null : Number(groups['year'])
      // "In May 40 people": what no month has and no year follows is a count.
      if (!/^\p{Lu}/u.test(groups['month'] ?? '') || (day > 31 && year === null)) return []
      const weekday =
        groups['weekday'] === undefined ? null : WEEKDAYS.indexOf(groups['weekday'].toLowerCase())
      const exists = day >= 1 && day <= daysOf(year ?? LEAP, month)
      return [
        { start: offset + index, end: offset + index + words.length, year, month, day, weekday, exists },
      ]
    })
}

/** A leap year: without a year, 29 February may have been. */
const LEAP = 2000

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** 0 Sunday – 6 Saturday. */
export const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay()

export const weekdayName = (weekday: number): string => {
  const name = WEEKDAYS[weekday] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
