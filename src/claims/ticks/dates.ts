import { readFileSync } from 'node:fs'
import { findDates } from '../../reading/citations/dates.ts'
import type { Span } from '../../text/span.ts'
import { Phrases } from './phrases.ts'
import { phrasesOf, readData, wordsOf } from './read-data.ts'
import { follows, type TokenRun } from './token-run.ts'
import type { Token } from './tokens.ts'
import { clockAt, DASHES, isYear, yearsAt } from './years.ts'

const data = readData('dates.json') as Readonly<Record<string, string>>
const { months } = JSON.parse(
  readFileSync(new URL('../../reading/citations/dates.json', import.meta.url), 'utf8'),
) as { readonly months: readonly (readonly string[])[] }
const listed = (key: string): Set<string> => new Set(wordsOf(data[key] ?? ''))
/** The English names stand first in each list: the full one and its short forms of three and four letters. */
const MONTHS = new Set(
  months.flatMap((names) => names.filter((name, i) => i === 0 || (i < 3 && name.length < 5))),
)
const [WEEKDAYS, PARTS, SEASONS] = [listed('weekdays'), listed('parts'), listed('seasons')]
const [BEFORE, UNCERTAIN] = [listed('before'), listed('uncertain')]
const relative = new Phrases<true>('lower').addAll(phrasesOf(data['relative'] ?? ''), true)

/** Calendar dates, years, weekdays and times of day, in order: "October 7", "mid-2022", "2021–2023", "last week". */
export function datesAmong(text: string, span: Span, tokens: readonly Token[]): TokenRun[] {
  const full = fullDates(text, span, tokens)
  const runs: TokenRun[] = []
  for (let at = 0; at < tokens.length;) {
    const core = full.get(at) ?? coreAt(tokens, at)
    const run = core === null ? null : widened(tokens, at, core, runs.at(-1)?.to ?? 0)
    if (run) runs.push(run)
    at = run?.to ?? at + 1
  }
  return runs
}

/** The dates that the reading of notes knows, by their first token: the index after their last one. */
function fullDates(text: string, { start, end }: Span, tokens: readonly Token[]): Map<number, number> {
  const ends = new Map<number, number>()
  if (!tokens.some(({ kind, words }) => kind === 'number' && words.length > 3)) return ends
  let at = 0
  for (const date of findDates(text.slice(start, end))) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < start + date.start) at++
    const from = at
    while (at < tokens.length && (tokens[at]?.start ?? 0) < start + date.end) at++
    const inside = tokens.slice(from, at)
    if (at > from && !inside.some(({ afterGap }, i) => afterGap && i > 0)) ends.set(from, at)
  }
  return ends
}

/** Where a date that starts at token `at` ends, or null. */
function coreAt(tokens: readonly Token[], at: number): number | null {
  return (
    relative.at(tokens, at)?.end ??
    dayMonth(tokens, at) ??
    monthAt(tokens, at) ??
    clockAt(tokens, at) ??
    yearsAt(tokens, at) ??
    seasonAt(tokens, at) ??
    weekdayAt(tokens, at)
  )
}

const isWeekday = (token: Token | undefined): boolean => token?.capital === true && WEEKDAYS.has(token.lower)

/** "Friday", "Friday, 3 June", "Tuesday October 9". */
function weekdayAt(tokens: readonly Token[], at: number): number | null {
  if (!isWeekday(tokens[at])) return null
  const next = tokens[at + 1]?.words === ',' ? at + 2 : at + 1
  return follows(tokens, next) ? (dayMonth(tokens, next) ?? monthAt(tokens, next) ?? at + 1) : at + 1
}

const isMonthName = (token: Token | undefined): boolean => token?.capital === true && MONTHS.has(token.lower)

const isDay = (token: Token | undefined): boolean =>
  token?.kind === 'number' &&
  /^\d{1,2}$/.test(token.words) &&
  Number(token.words) >= 1 &&
  Number(token.words) <= 31

/** After a day: its ordinal ending, and a second day behind a dash or "and". */
function afterDay(tokens: readonly Token[], day: number): number {
  const ordinal = /^(?:st|nd|rd|th)$/.test(tokens[day + 1]?.lower ?? '') && tokens[day + 1]?.touches === true
  const end = day + (ordinal ? 2 : 1)
  const joins = DASHES.includes(tokens[end]?.words ?? ' ') && isDay(tokens[end + 1])
  return joins ? afterDay(tokens, end + 1) : end
}

/** "October 7", "October 7–9", "May", "Oct. 2023", "March, 2006": a month alone must be certain or announced. */
function monthAt(tokens: readonly Token[], at: number): number | null {
  if (!isMonthName(tokens[at])) return null
  const dot = tokens[at + 1]?.words === '.' && (tokens[at]?.lower.length ?? 9) < 5 ? 1 : 0
  const next = at + 1 + dot
  if (isDay(tokens[next]) && follows(tokens, next)) return withYear(tokens, afterDay(tokens, next))
  const end = withYear(tokens, next)
  if (end > next) return end
  return isCertainMonth(tokens, at) ? rangeOfMonths(tokens, at + 1) : null
}

/** "May–June". */
const rangeOfMonths = (tokens: readonly Token[], end: number): number =>
  DASHES.includes(tokens[end]?.words ?? ' ') && tokens[end]?.touches === true && isMonthName(tokens[end + 1])
    ? withYear(tokens, end + 2)
    : end

function isCertainMonth(tokens: readonly Token[], at: number): boolean {
  const [month, before] = [tokens[at], tokens[at - 1]]
  if (
    month === undefined ||
    (month.lower.length < 5 &&
      !UNCERTAIN.has(month.lower) &&
      month.lower !== 'june' &&
      month.lower !== 'july')
  )
    return false
  return (
    !UNCERTAIN.has(month.lower) ||
    (before !== undefined && (BEFORE.has(before.lower) || PARTS.has(before.lower)))
  )
}

function dayMonth(tokens: readonly Token[], at: number): number | null {
  if (!isDay(tokens[at])) return null
  const end = afterDay(tokens, at)
  const month = tokens[end]?.lower === 'of' ? end + 1 : end
  return isMonthName(tokens[month]) && follows(tokens, month) ? withYear(tokens, month + 1) : null
}

/** Steps over a year that follows, with a comma or without. */
function withYear(tokens: readonly Token[], at: number): number {
  const year = tokens[at]?.words === ',' ? at + 1 : at
  return isYear(tokens[year]) && follows(tokens, year) ? year + 1 : at
}

/** "summer 2022", "the spring of 2021". */
function seasonAt(tokens: readonly Token[], at: number): number | null {
  if (!SEASONS.has(tokens[at]?.lower ?? '')) return null
  const year = tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1
  return isYear(tokens[year]) ? year + 1 : null
}

/** Takes in "early", "mid-" and "late" on a date's left; `from` is where the date before ended. */
function widened(tokens: readonly Token[], at: number, to: number, from: number): TokenRun {
  const part = tokens[at - 1]?.words === '-' ? at - 2 : at - 1
  return { from: /^(?:early|mid|late)$/.test(tokens[part]?.lower ?? '') ? Math.max(from, part) : at, to }
}
