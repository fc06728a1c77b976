import { readFileSync } from 'node:fs'
import type { Span } from '../../text/span.ts'
import { matchesOf } from './matches.ts'

/** `[year]`, `[year, month]` or `[year, month, day]`, month and day from 1, as in CSL-JSON `date-parts`. */
export type DateParts = readonly number[]

/** A date with at least its month. `parts` has two entries for a range. `access`: the day somebody looked, not the day of issue. */
export interface FoundDate extends Span {
  readonly parts: readonly DateParts[]
  readonly access: boolean
}

interface DateWords {
  readonly months: readonly (readonly string[])[]
  readonly access: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./dates.json', import.meta.url), 'utf8')) as DateWords
const monthNumbers = new Map(words.months.flatMap((names, i) => names.map((name) => [name, i + 1] as const)))
const month = `(${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`
const ordinal = '(?:st|nd|rd|th|er|º|\\.)?'

/** Characters before a year in which its month and day may stand. */
const REACH = 30
const yearPattern = /(?:1[4-9]|20)\d\d(?<![\w$€£]\d{4})(?!\d)/g
const numericPattern = /\b(\d{1,2})([./])(\d{1,2})\2((?:1[4-9]|20)\d\d)(?![\d/])/g
const monthDay = new RegExp(
  `\\b${month}[.,]{0,2}\\s*(\\d{1,2})${ordinal}(?:\\s?[-–—]\\s?(\\d{1,2}))?\\s?[.,]{0,2}\\s*$`,
  'i',
)
const dayMonth = new RegExp(
  `(?<!\\d)(\\d{1,2})${ordinal}(?:\\s?[-–—]\\s?(\\d{1,2}))?\\s+(?:of\\s+|de\\s+)?${month}[.,]{0,2}\\s*(?:de\\s+)?$`,
  'i',
)
const monthOnly = new RegExp(`\\b${month}\\.?(?:\\s?[-–—/]\\s?${month}\\.?)?,?\\s*(?:of\\s+|de\\s+)?$`, 'i')
const isoRest = /^-(\d\d)(?:-(\d\d))?(?![\d-])/
const yearFirst = new RegExp(`^,?\\s+${month}\\.?(?:\\s+(\\d{1,2})(?!\\d))?`, 'i')
const accessBefore = new RegExp(`\\b(?:${words.access.join('|')})\\s*(?:on|:|the)?\\s*$`, 'i')

/**
 * Every date with at least a month in `text`, in order. A day that its month does not have is left out; so is
 * the order of day and month where "3/5/2023" leaves it open, and with it the date.
 */
export function findDates(text: string): FoundDate[] {
  const dates: FoundDate[] = []
  for (const found of byYear(text)) {
    if (found.start < (dates.at(-1)?.end ?? 0)) continue
    dates.push({
      start: found.start,
      end: found.end,
      parts: found.parts,
      access: accessBefore.test(text.slice(Math.max(0, found.start - 40), found.start)),
    })
  }
  return dates
}

type Dated = Omit<FoundDate, 'access'>

function* byYear(text: string): Generator<Dated> {
  let from = 0
  const numeric = matchesOf(numericPattern, text).flatMap(readNumeric)
  let next = 0
  for (const match of matchesOf(yearPattern, text)) {
    for (let one = numeric[next]; one && one.end <= match.index; one = numeric[++next]) yield one
    const found = around(text, match.index, from)
    if (found === null) continue
    from = found.end
    yield found
  }
  yield* numeric.slice(next)
}

/** Reads outward from the year that starts at `at`; `from` is where the date before ended. */
function around(text: string, at: number, from: number): Dated | null {
  const year = Number(text.slice(at, at + 4))
  const before = text.slice(Math.max(from, at - REACH), at)
  return readBefore(before, year, at) ?? readAfter(text.slice(at + 4, at + 4 + REACH), year, at)
}

/** Refuses most years before the patterns are tried. */
const holdsMonth = (words: string): boolean =>
  (words.match(/\p{L}{3,}/gu) ?? []).some((word) => monthNumbers.has(word.toLowerCase()))

function readBefore(before: string, year: number, at: number): Dated | null {
  if (!holdsMonth(before)) return null
  const place = (match: RegExpExecArray, parts: readonly DateParts[]): Dated => ({
    start: at - before.length + match.index,
    end: at + 4,
    parts,
  })
  const md = monthDay.exec(before)
  if (md) return place(md, days(year, md[1], md[2], md[3]))
  const dm = dayMonth.exec(before)
  if (dm) return place(dm, days(year, dm[3], dm[1], dm[2]))
  const mo = monthOnly.exec(before)
  if (!mo) return null
  const parts = [[year, numberOf(mo[1])]]
  return place(mo, mo[2] === undefined ? parts : [...parts, [year, numberOf(mo[2])]])
}

function readAfter(after: string, year: number, at: number): Dated | null {
  const iso = isoRest.exec(after)
  const monthOfIso = Number(iso?.[1])
  if (iso && monthOfIso >= 1 && monthOfIso <= 12) {
    return { start: at, end: at + 4 + iso[0].length, parts: [withDay(year, monthOfIso, iso[2])] }
  }
  const named = yearFirst.exec(after)
  if (!named) return null
  return { start: at, end: at + 4 + named[0].length, parts: [withDay(year, numberOf(named[1]), named[2])] }
}

/** "31.5.2023" is day first by custom; "5/31/2023" is clear because no month is 31; "3/5/2023" is not clear. */
function readNumeric(match: RegExpExecArray): Dated[] {
  const [first, last, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const dayFirst = match[2] === '.' || first > 12
  if (!dayFirst && last <= 12) return []
  const [day, monthNumber] = dayFirst ? [first, last] : [last, first]
  if (monthNumber < 1 || monthNumber > 12) return []
  const [start, end] = [match.index, match.index + match[0].length]
  return [{ start, end, parts: [withDay(year, monthNumber, String(day))] }]
}

function days(
  year: number,
  name: string | undefined,
  first: string | undefined,
  last: string | undefined,
): DateParts[] {
  const from = withDay(year, numberOf(name), first)
  const to = last === undefined ? from : withDay(year, numberOf(name), last)
  return to.length === 3 && to[2] !== from[2] ? [from, to] : [from]
}

function withDay(year: number, monthNumber: number, day: string | undefined): DateParts {
  const number = Number(day)
  const lastDay = new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()
  return number >= 1 && number <= lastDay ? [year, monthNumber, number] : [year, monthNumber]
}

const numberOf = (name: string | undefined): number => monthNumbers.get(name?.toLowerCase() ?? '') ?? 1
