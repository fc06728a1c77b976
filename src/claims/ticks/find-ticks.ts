import type { Span } from '../../text/span.ts'
import { NO_CONTEXT, type TickContext } from './context.ts'
import { datesAmong } from './dates.ts'
import { HEADS } from './entities.ts'
import { namesAmong } from './names.ts'
import { numbersAmong } from './numbers.ts'
import { quotationsWithin } from './quotations.ts'
import { superlativesAmong } from './superlatives.ts'
import type { TickKind, TickSpan } from './tick-span.ts'
import { titlesAmong } from './titles.ts'
import { spanOf, tokensOf, type TokenRun } from './token-run.ts'
import { tokensIn } from './tokens.ts'

/**
 * What a checker can tick in one claim, heading or caption of `text`: exact spans, sorted by place, disjoint within a kind;
 * spans of two kinds may overlap (a name in a quotation). No span holds a marker. Linear in the length of `span`.
 *
 * `context` is what the whole draft tells (`tickContextOf`); without it, capitals at the start of sentences are judged by a
 * word list alone, and quotations by the marks within `span`.
 */
export function findTicks(text: string, span: Span, context: TickContext = NO_CONTEXT): TickSpan[] {
  const tokens = tokensIn(text, span, context.markers)
  const dates = datesAmong(text, span, tokens)
  const titles = titlesAmong(tokens, tokensOf(dates), (at) => HEADS.has(tokens[at]?.words ?? ''))
  const numbers = numbersAmong(tokens, tokensOf(dates, titles))
  const names = namesAmong(tokens, tokensOf(dates, titles, numbers), context)
  const placed = (kind: TickKind, runs: readonly TokenRun[]): TickSpan[] =>
    runs.map((run) => ({ kind, ...spanOf(tokens, run) }))
  return [
    ...names.map((run) => ({ kind: run.kind, ...spanOf(tokens, run) })),
    ...placed('title', titles),
    ...placed('number', numbers),
    ...placed('date', dates),
    ...quotationsWithin(text, span, context).map((quoted) => ({ kind: 'quotation' as const, ...quoted })),
    ...superlativesAmong(tokens).map((found) => ({ kind: 'superlative' as const, ...found })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The dates alone, as `findTicks` has them. */
export function findDateTicks(text: string, span: Span): Span[] {
  const tokens = tokensIn(text, span, NO_CONTEXT.markers)
  return datesAmong(text, span, tokens)
    .map((run) => spanOf(tokens, run))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}
