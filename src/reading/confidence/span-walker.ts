import type { Span } from '../../text/span.ts'

/** A position beyond any text; a small integer to the engine, as Infinity is not. */
const NEVER = 0x3fffffff

/** Answers, for positions that never go back, whether they stand in one of a list of sorted, disjoint spans. */
export class SpanWalker {
  private next: number
  private start = NEVER
  /** The end of the span that held the last position asked for. */
  end = NEVER

  /** A walker that starts at `from`, found by binary search. */
  constructor(
    private readonly spans: readonly Span[],
    from: number,
  ) {
    this.next = firstEndingAfter(spans, from)
    this.settle()
  }

  holds(at: number): boolean {
    while (this.end <= at) {
      this.next++
      this.settle()
    }
    return this.start <= at
  }

  private settle(): void {
    const span = this.spans[this.next]
    this.start = span === undefined ? NEVER : span.start
    this.end = span === undefined ? NEVER : span.end
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
