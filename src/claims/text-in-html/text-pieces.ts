import type { Span } from '../../text/span.ts'

/** A stretch of text that belongs to at most one claim and at most one marker, given by their indexes. */
export interface TextPiece extends Span {
  readonly claim: number | null
  readonly marker: number | null
}

/**
 * Cuts the text from 0 to `length` wherever a claim or a marker starts or ends: the pieces follow one another without
 * gaps. Where spans overlap, the one that starts last is on top, the later in the list among those that start together.
 */
export function textPieces(
  length: number,
  claims: readonly Span[],
  markers: readonly Span[],
): readonly TextPiece[] {
  const claimLayer = new Layer(claims, length)
  const markerLayer = new Layer(markers, length)
  const pieces: TextPiece[] = []
  for (let start = 0; start < length;) {
    const claim = claimLayer.topAt(start)
    const marker = markerLayer.topAt(start)
    const end = Math.min(claimLayer.nextChange(start), markerLayer.nextChange(start), length)
    pieces.push({ start, end, claim, marker })
    start = end
  }
  return pieces
}

/** Spans laid over one another, walked from left to right. */
class Layer {
  private readonly starts: readonly number[]
  private readonly ends: readonly number[]
  private readonly open: number[] = []
  private nextStart = 0
  private nextEnd = 0

  constructor(
    private readonly spans: readonly Span[],
    length: number,
  ) {
    const usable = spans
      .map((span, index) => ({ span, index }))
      .filter(({ span }) => span.start >= 0 && span.start < span.end && span.end <= length)
      .map(({ index }) => index)
    const startOf = (index: number) => spans[index]?.start ?? 0
    this.starts = usable.toSorted((a, b) => startOf(a) - startOf(b) || a - b)
    this.ends = usable.map((index) => spans[index]?.end ?? 0).toSorted((a, b) => a - b)
  }

  /** The span on top at an offset; offsets must be asked for in ascending order. */
  topAt(offset: number): number | null {
    for (; this.startAt(this.nextStart) <= offset; this.nextStart += 1) {
      this.open.push(this.starts[this.nextStart] ?? 0)
    }
    while (this.open.length > 0 && this.endOfTop() <= offset) this.open.pop()
    return this.open.at(-1) ?? null
  }

  /** The first offset after this one where a span starts or ends. */
  nextChange(offset: number): number {
    while ((this.ends[this.nextEnd] ?? Infinity) <= offset) this.nextEnd += 1
    return Math.min(this.startAt(this.nextStart), this.ends[this.nextEnd] ?? Infinity)
  }

  private startAt(position: number): number {
    const index = this.starts[position]
    return index === undefined ? Infinity : (this.spans[index]?.start ?? Infinity)
  }

  private endOfTop(): number {
    return this.spans[this.open.at(-1) ?? -1]?.end ?? 0
  }
}
