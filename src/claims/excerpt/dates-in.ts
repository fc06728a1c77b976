import { readFileSync } from 'node:fs'
import { findDates } from '../../reading/citations/dates.ts'
import type { Span } from '../../text/span.ts'

const { months } = JSON.parse(
  readFileSync(new URL('../../reading/citations/dates.json', import.meta.url), 'utf8'),
) as { readonly months: readonly (readonly string[])[] }
const MONTHS = new Map(
  months.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index + 1] as const)),
)

const PIECE = /\d+|\p{L}+/gu
const NUMERIC = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/g

/** A date as far as it is given. */
interface Given {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
}

/** The dates that a text names, by what of them is given. */
export interface DatesIn {
  /** "2021-05-03", "2021-05", "2021", "05-03", "05": each date with all it implies. */
  readonly keys: ReadonlySet<string>
  /** The most that each date says. */
  readonly fullest: readonly string[]
  /** "05-03": days that are given without their year. */
  readonly withoutYear: ReadonlySet<string>
}

/**
 * The dates of a text whatever their form: "3 May 2021", "May 3, 2021", "2021-05-03", "3.5.2021". "3/5/2021", whose order nobody
 * knows, is both. Years stand alone where four digits do. Weekdays and "last year" are no dates.
 */
export function datesIn(text: string): DatesIn {
  const full = findDates(text)
  const alone = dayMonths(without(text, full))
  const given = full.flatMap(({ parts }) => parts.map(([year, month, day]) => ({ year, month, day })))
  const dates: Given[] = [...given, ...alone, ...numeric(text), ...years(text)]
  return {
    keys: new Set(dates.flatMap((date) => keysOf(date))),
    fullest: dates.map((date) => keyOf(date)),
    withoutYear: new Set(alone.map((date) => keyOf(date))),
  }
}

/** A text with some stretches of it left blank; they come in order and are disjoint. */
export function without(text: string, spans: readonly Span[]): string {
  let [kept, from] = ['', 0]
  for (const { start, end } of spans) {
    kept += `${text.slice(from, start)} · `
    from = end
  }
  return kept + text.slice(from)
}

/** "3 May", "May 3", "3rd of May", "May": names of months beside a number that can be a day. */
function dayMonths(text: string): Given[] {
  const pieces = [...text.matchAll(PIECE)].map(([piece]) => piece)
  return pieces.flatMap((piece, at) => {
    const month = MONTHS.get(piece.toLowerCase())
    if (month === undefined || !/^\p{Lu}/u.test(piece)) return []
    const before = pieces.slice(Math.max(0, at - 2), at).findLast((word) => /^\d/.test(word))
    const days = [before, pieces[at + 1]].filter((word) => /^(?:[1-9]|[12]\d|3[01])$/.test(word ?? ''))
    return [{ month }, ...days.map((day) => ({ month, day: Number(day) }))]
  })
}

function numeric(text: string): Given[] {
  return [...text.matchAll(NUMERIC)].flatMap(([, a, b, written]) => {
    const [first, second, year] = [Number(a), Number(b), Number(written)]
    const full = written?.length === 2 ? year + (year > 50 ? 1900 : 2000) : year
    return [
      { year: full, month: second, day: first },
      { year: full, month: first, day: second },
    ].filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
  })
}

const years = (text: string): Given[] =>
  [...text.matchAll(/(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g)].map(([year]) => ({ year: Number(year) }))

const two = (part: number): string => String(part).padStart(2, '0')

const keyOf = ({ year, month, day }: Given): string =>
  [
    year === undefined ? [] : [String(year)],
    [month, day].flatMap((part) => (part === undefined ? [] : [two(part)])),
  ]
    .flat()
    .join('-')

function keysOf({ year, month, day }: Given): string[] {
  return [{ year }, { year, month }, { month }, { month, day }, { year, month, day }]
    .filter((given) => Object.values(given).every((part) => part !== undefined))
    .map((given) => keyOf(given))
}
