import type { Span } from '../../text/span.ts'
import type { FlowBlock, FlowMark } from '../flow.ts'

/** A stretch of a block as a block of its own, with its marks and without white space at its ends. */
export function slice(block: FlowBlock, start: number, end: number): FlowBlock {
  const { from, to } = trimmed(block.text, start, end)
  const marks = block.marks.flatMap((mark): FlowMark[] =>
    mark.end <= from || mark.start >= to
      ? []
      : [{ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from }],
  )
  const { kind, level, role } = block
  return {
    kind,
    ...(level === undefined ? {} : { level }),
    ...(role === undefined ? {} : { role }),
    text: block.text.slice(from, to),
    marks,
  }
}

function trimmed(text: string, start: number, end: number): { from: number; to: number } {
  let from = start
  let to = end
  while (from < to && text.charCodeAt(from) === 32) from++
  while (to > from && text.charCodeAt(to - 1) === 32) to--
  return { from, to }
}

/** A block without some stretches of it. `cuts` ascend and do not overlap. */
export function withoutCuts(block: FlowBlock, cuts: readonly Span[]): FlowBlock {
  const pieces: string[] = []
  let read = 0
  for (const cut of cuts) {
    pieces.push(block.text.slice(read, cut.start))
    read = cut.end
  }
  pieces.push(block.text.slice(read))
  const marks = block.marks.map((mark): FlowMark => ({
    ...mark,
    start: afterCuts(mark.start, cuts),
    end: afterCuts(mark.end, cuts),
  }))
  return { ...block, text: pieces.join(''), marks }
}

/** Where an offset of a block lies once the cuts are out. */
export function afterCuts(offset: number, cuts: readonly Span[]): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  const gone = lengthsBefore(cuts)[low] ?? 0
  const last = cuts[low - 1]
  return last && offset < last.end ? offset - gone + (last.end - offset) : offset - gone
}

const sums = new WeakMap<readonly Span[], readonly number[]>()

/** `[i]`: how much the first `i` cuts take out. Kept with the cuts, so that many offsets cost one sum. */
function lengthsBefore(cuts: readonly Span[]): readonly number[] {
  const known = sums.get(cuts)
  if (known) return known
  const lengths = [0]
  for (const { start, end } of cuts) lengths.push((lengths.at(-1) ?? 0) + end - start)
  sums.set(cuts, lengths)
  return lengths
}
