import type { Span } from '../../text/span.ts'
import type { FlowBlock, FlowMark } from '../flow.ts'

/** A block with parts of its text taken out, and where an offset of the old text stands in the new one. */
export interface CutBlock {
  readonly block: FlowBlock
  readonly move: (offset: number) => number
}

/** Takes spans out of a block, with the white space that would stand doubled or at the ends afterwards. */
export function cutBlock(block: FlowBlock, cuts: readonly Span[]): CutBlock {
  const kept = tidied(block.text, keptSpans(block.text.length, cuts))
  const move = mover(kept)
  const text = kept.map(({ start, end }) => block.text.slice(start, end)).join('')
  const marks = block.marks.flatMap((mark) => movedMark(mark, move))
  return { block: { ...block, text, marks }, move }
}

function keptSpans(length: number, cuts: readonly Span[]): Span[] {
  const kept: Span[] = []
  let at = 0
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start > at) kept.push({ start: at, end: cut.start })
    at = Math.max(at, cut.end)
  }
  if (at < length) kept.push({ start: at, end: length })
  return kept
}

/** Drops the space at either end, and one of two spaces that a cut has brought together. */
function tidied(text: string, spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  let spaced = true
  for (const span of spans) {
    let { start } = span
    while (spaced && start < span.end && text[start] === ' ') start++
    if (start >= span.end) continue
    kept.push({ start, end: span.end })
    spaced = text[span.end - 1] === ' '
  }
  const last = kept.pop()
  if (!last) return kept
  let { end } = last
  while (end > last.start && text[end - 1] === ' ') end--
  return end > last.start ? [...kept, { start: last.start, end }] : kept
}

/** An offset inside a cut moves to where the cut was. */
function mover(kept: readonly Span[]): (offset: number) => number {
  const lengths = [0]
  for (const { start, end } of kept) lengths.push((lengths.at(-1) ?? 0) + end - start)
  return (offset) => {
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((kept[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const span = kept[low - 1]
    return span ? (lengths[low - 1] ?? 0) + Math.min(offset, span.end) - span.start : 0
  }
}

function movedMark(mark: FlowMark, move: (offset: number) => number): FlowMark[] {
  const [start, end] = [move(mark.start), move(mark.end)]
  return mark.kind === 'anchor' || end > start ? [{ ...mark, start, end }] : []
}
