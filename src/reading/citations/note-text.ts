import type { Span } from '../../text/span.ts'
import { findAddresses, type Address } from './addresses.ts'
import { findDates, type FoundDate } from './dates.ts'
import { findQuotes } from './quotes.ts'
import { findSeries, type SeriesNumber } from './series.ts'

/** Stands for each character of an address, of a quotation, of a marker in the masked text. */
export const ADDRESS = '\uE000'
export const QUOTED = '\uE001'

/**
 * A note and the firm points in it, all spans from the note's own start. `masked` is as long as `text`: addresses
 * and quotations are blanked there, so that a rule on punctuation or dates does not see into them.
 */
export interface NoteText {
  readonly text: string
  readonly masked: string
  readonly addresses: readonly Address[]
  readonly quotes: readonly Span[]
  readonly dates: readonly FoundDate[]
  readonly series: readonly SeriesNumber[]
}

/** Finds what a note's citations are built around. */
export function readNoteText(text: string): NoteText {
  const addresses = findAddresses(text)
  const withoutAddresses = mask(text, addresses, ADDRESS)
  const quotes = findQuotes(withoutAddresses)
  const unmarked = mask(withoutAddresses, quotes, QUOTED)
  const masked = unmarked.includes('[')
    ? unmarked.replace(/\[(?:\d{1,4}|[*†‡]{1,3})\]/g, (m) => ' '.repeat(m.length))
    : unmarked
  return { text, masked, addresses, quotes, dates: findDates(masked), series: findSeries(masked) }
}

/** Those of `sorted` that lie wholly within `span`. */
export function within<T extends Span>(sorted: readonly T[], span: Span): readonly T[] {
  if (sorted.length === 0) return sorted
  const first = firstFrom(sorted, span.start)
  let last = first
  for (let one = sorted[last]; last < sorted.length && one && one.end <= span.end; one = sorted[last]) last++
  return sorted.slice(first, last)
}

/** Index of the first of `sorted` that starts at or after `at`; its length when none does. */
function firstFrom(sorted: readonly Span[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = sorted[middle]
    if (one && one.start < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Folds white space and drops markers and the punctuation that joins parts of a citation. */
export const tidy = (part: string): string =>
  part
    .replace(/\[(?:\d{1,4}|[*†‡]{1,3})\]/g, ' ')
    .replace(/[*_]{1,3}(?=\w)|(?<=[\w.,!?])[*_]{1,3}/g, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—-]+/, '')
    .replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')

function mask(text: string, spans: readonly Span[], character: string): string {
  if (spans.length === 0) return text
  let masked = ''
  let from = 0
  for (const { start, end } of spans) {
    if (start < from) continue
    masked += text.slice(from, start) + character.repeat(end - start)
    from = end
  }
  return masked + text.slice(from)
}
