import { findGutter } from './gutter.ts'
import type { Segment } from './segments.ts'

/** Columns inside columns are no text any more. */
const DEEPEST = 3
/** Gutters of a file that are kept. */
const MOST_KNOWN = 12
/** A line of a wider text goes on below it within this many sizes of its type. */
const NEXT_LINE = 1.6

/**
 * The columns of a page, each with its segments from top to bottom, in reading order. What runs across a gutter parts the
 * columns above it from those below. `known`: gutters (x) of the pages before, which a page with few lines shares.
 */
export function columnsOf(
  segments: readonly Segment[],
  rightToLeft: boolean,
  known: Set<number>,
  depth = 0,
): Segment[][] {
  const sorted = [...segments].sort((a, b) => a.base - b.base || a.x - b.x)
  const gutter = depth < DEEPEST ? findGutter(sorted, known) : null
  if (gutter === null) return sorted.length === 0 ? [] : [sorted]
  if (depth === 0 && known.size < MOST_KNOWN) known.add(Math.round(gutter))
  return bandsOf(sorted, gutter).flatMap((band) => {
    if (band.wide) return [band.segments]
    const left = band.segments.filter((segment) => segment.right <= gutter)
    const right = band.segments.filter((segment) => segment.right > gutter)
    const sides = rightToLeft ? [right, left] : [left, right]
    return sides.flatMap((side) => columnsOf(side, rightToLeft, known, depth + 1))
  })
}

interface Band {
  readonly wide: boolean
  readonly segments: Segment[]
}

/** From top to bottom: stretches that run across the gutter, and stretches that keep to its sides. */
function bandsOf(sorted: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = []
  sorted.forEach((segment, index) => {
    const band = bands.at(-1)
    const wide =
      crosses(segment, gutter) ||
      (band?.wide === true && endsWideText(segment, band.segments.at(-1), isAlone(sorted, index)))
    if (band?.wide === wide) band.segments.push(segment)
    else bands.push({ wide, segments: [segment] })
  })
  return bands
}

const crosses = ({ x, right }: Segment, gutter: number): boolean => x < gutter && right > gutter

/** No other segment stands on the same row. `sorted` by base. */
const isAlone = (sorted: readonly Segment[], index: number): boolean =>
  [sorted[index - 1], sorted[index + 1]].every(
    (other) => other === undefined || Math.abs(other.base - (sorted[index]?.base ?? 0)) > 0.5,
  )

/** The last, short line of a paragraph that runs across the gutter. */
const endsWideText = (segment: Segment, above: Segment | undefined, alone: boolean): boolean =>
  above !== undefined &&
  alone &&
  segment.base - above.base <= NEXT_LINE * above.size &&
  Math.abs(segment.size - above.size) < 0.5 &&
  Math.abs(segment.x - above.x) < 2 * above.size
