import type { Span } from '../../text/span.ts'

/** Answers, for positions that never go back, whether they stand in one of a list of sorted, disjoint spans. */
export interface SpanWalker {
  holds(at: number): boolean
  /** The end of the span that held the last position asked for. */
  end(): number
}

const NOWHERE: SpanWalker = { holds: () => false, end: () => 0 }

/** A walker over spans that starts at `from`, found by binary search. */
export function walkSpans(spans: readonly Span[], from: number): SpanWalker {
  let next = firstEndingAfter(spans, from)
  let span = spans[next]
  if (span === undefined) return NOWHERE
  return {
    holds(at) {
      while (span !== undefined && span.end <= at) span = spans[++next]
      return span !== undefined && span.start <= at
    },
    end: () => span?.end ?? 0,
  }
}

/** The index of the first of the sorted, disjoint spans that ends after `position`. */
function firstEndingAfter(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
