import type { Span } from './span.ts'
import { bracketsIn } from './sentences-brackets.ts'
import { doubleQuotesIn, singleQuotesIn } from './sentences-quotes.ts'

export interface Enclosure extends Span {
  readonly quoted: boolean
}

/** The outermost closed quotations and brackets of one paragraph, marks included, sorted and disjoint. */
export function enclosuresIn(text: string): readonly Enclosure[] {
  const enclosures: Enclosure[] = []
  for (const { start, end } of quotesIn(text).closed) enclosures.push({ start, end, quoted: true })
  for (const { start, end } of bracketsIn(text)) enclosures.push({ start, end, quoted: false })
  return outermost(enclosures)
}

/** The outermost quotations of one paragraph, double and single, marks included, sorted and disjoint. */
export function quotesIn(text: string): { readonly closed: readonly Span[]; readonly unclosed: Span | null } {
  const double = doubleQuotesIn(text)
  const singles = singleQuotesIn(text)
  // Double quotations are disjoint and in order as they are found.
  if (singles.length === 0) return double
  const all = outermost([...double.closed, ...notCrossing(singles, double.closed)])
  const cover = double.unclosed?.start ?? text.length
  return { closed: all.filter((span) => span.end <= cover), unclosed: double.unclosed }
}

/** Those of `singles` that hold a double quotation whole, stand within one or touch none. Both sorted and disjoint. */
function notCrossing(singles: readonly Span[], doubles: readonly Span[]): Span[] {
  let from = 0
  return singles.filter((single) => {
    while (from < doubles.length && (doubles[from]?.end ?? 0) <= single.start) from++
    const first = doubles[from]
    let past = from
    while (past < doubles.length && (doubles[past]?.start ?? 0) < single.end) past++
    const last = doubles[past - 1]
    return (
      !first || !last || first.start >= single.end || holds(first, single) || holdsAll(single, first, last)
    )
  })
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const holdsAll = (outer: Span, first: Span, last: Span): boolean => holds(outer, first) && holds(outer, last)

/** Of spans that nest or cross, those that no earlier or longer one reaches into. */
export function outermost<Kind extends Span>(spans: readonly Kind[]): readonly Kind[] {
  if (spans.length < 2) return spans
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Kind[] = []
  let reach = -1
  for (const span of sorted) {
    if (span.start < reach) continue
    kept.push(span)
    reach = span.end
  }
  return kept
}
