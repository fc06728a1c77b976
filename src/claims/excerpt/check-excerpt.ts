import { keptResults } from '../../text/kept-results.ts'
import { findTicks } from '../ticks/find-ticks.ts'
import type { TickSpan } from '../ticks/tick-span.ts'
import { eachAmountIn } from './amounts-in.ts'
import { datesIn, type DatesIn } from './dates-in.ts'
import { excerptRead } from './excerpt-read.ts'
import { endOfWords, nearestWords, type WordDifference } from './find-words.ts'
import { comparedWords, type Word } from './words.ts'

export type QuotationResult = 'found' | 'found with differences' | 'not found' | 'compared by a person'

/** What became of one quotation of the claim. `differences`: empty unless it was found with some. */
export interface QuotationCheck {
  readonly quote: string
  readonly result: QuotationResult
  readonly differences: readonly WordDifference[]
}

/** A number or date of the claim that the excerpt does not have, in no form that is certain. */
export interface MissingDetail {
  readonly kind: 'number' | 'date'
  readonly quote: string
}

export interface ExcerptCheck {
  readonly quotations: readonly QuotationCheck[]
  readonly missing: readonly MissingDetail[]
}

export interface ExcerptToCheck {
  /** The claim's words, without its markers' labels. */
  readonly claim: string
  /** BCP 47, of the claim. */
  readonly language: string
  readonly excerpt: string
  /** In the claim's language, where the excerpt is not. */
  readonly translation: string | null
}

/**
 * Holds a claim against an excerpt of a source: its quotations are searched, and numbers and dates that the excerpt lacks are
 * pointed out. Typography, letter case and punctuation are no difference. Where the excerpt is in another language no quotation
 * is ever *not found*: a person compares it. Linear in the length of both.
 */
export const checkExcerpt = (given: ExcerptToCheck): ExcerptCheck => checkAgainst(given, ticksOf(given.claim))

/** The same for one claim and any number of excerpts: what the claim has to be held against is found once. */
export function excerptChecker(claim: string, language: string) {
  let ticks: Ticks | null = null
  return (excerpt: string, translation: string | null): ExcerptCheck =>
    checkAgainst({ claim, language, excerpt, translation }, (ticks ??= ticksOf(claim)))
}

type Ticks = readonly TickSpan[]

/** The claims of a report are held against their excerpts with each audit of it. */
const ticksOf = keptResults((text: string) => findTicks(text, { start: 0, end: text.length }), {
  most: 12_000,
  longest: 4_000,
})

function checkAgainst(given: ExcerptToCheck, ticks: Ticks): ExcerptCheck {
  const quoteOf = ({ start, end }: { start: number; end: number }): string => given.claim.slice(start, end)
  const foreign = isForeign(given)
  const { words } = excerptRead(given.excerpt)
  return {
    quotations: ticks
      .filter(({ kind }) => kind === 'quotation')
      .map((tick) => checkQuotation(quoteOf(tick), words, foreign)),
    missing: foreign && given.translation === null ? [] : missingDetails(ticks, quoteOf, given),
  }
}

const isForeign = ({ language, excerpt, translation }: ExcerptToCheck): boolean =>
  translation !== null || primary(excerptRead(excerpt).language) !== primary(language)

const primary = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? ''

/** What was left out of a quotation: "…", "[...]". */
const OMISSION = /\[?(?:…|\.{3,})\]?/

function checkQuotation(quote: string, excerpt: readonly Word[], foreign: boolean): QuotationCheck {
  const parts = quote
    .split(OMISSION)
    .map((part) => comparedWords(part))
    .filter((part) => part.length > 0)
  if (standInOrder(parts, excerpt)) return { quote, result: 'found', differences: [] }
  if (foreign) return { quote, result: 'compared by a person', differences: [] }
  const differences = nearestWords(excerpt, parts.flat())
  return differences === null
    ? { quote, result: 'not found', differences: [] }
    : { quote, result: 'found with differences', differences }
}

function standInOrder(parts: readonly (readonly Word[])[], excerpt: readonly Word[]): boolean {
  let from: number | null = 0
  for (const part of parts) {
    from = endOfWords(excerpt, part, from)
    if (from === null) return false
  }
  return parts.length > 0
}

function missingDetails(
  ticks: Ticks,
  quoteOf: (tick: { start: number; end: number }) => string,
  { excerpt, translation }: ExcerptToCheck,
): MissingDetail[] {
  const details = ticks.filter(({ kind }) => kind === 'number' || kind === 'date')
  if (details.length === 0) return []
  const { dates, amounts } = excerptRead(`${excerpt}\n${translation ?? ''}`)
  return details.flatMap((tick): MissingDetail[] => {
    const quote = quoteOf(tick)
    if (tick.kind === 'number') return lacks(eachAmountIn(quote), amounts) ? [{ kind: 'number', quote }] : []
    return lacksDate(quote, dates) ? [{ kind: 'date', quote }] : []
  })
}

/** Whether one of the amounts is there in none of its readings; a number without a value ("several") never lacks. */
const lacks = (wanted: readonly (readonly string[])[], there: ReadonlySet<string>): boolean =>
  wanted.some((readings) => !readings.some((reading) => there.has(reading)))

/** A date is there when its fullest form is, or its day and month where the excerpt gives them without a year. */
function lacksDate(quote: string, there: DatesIn): boolean {
  const fullest = datesIn(quote).fullest.toSorted((a, b) => b.length - a.length)
  return fullest
    .filter(({ length }) => length === fullest[0]?.length)
    .some((date) => !there.keys.has(date) && !(date.length === WHOLE && there.withoutYear.has(date.slice(5))))
}

/** Characters of "2021-05-03". */
const WHOLE = 10
