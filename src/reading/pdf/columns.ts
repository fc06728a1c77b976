import { findGutter } from './gutter.ts'
import type { Segment } from './segments.ts'

/** Columns inside columns are no text any more. */
const DEEPEST = 3
/** Gutters of a file that are kept. */
const MOST_KNOWN = 12
/** A line of a wider text goes on below it within this many sizes of its type. */
const NEXT_LINE = 1.6
/** A note stands below another one within this many. */
const NEXT_NOTE = 2.2
/** Segments of one row, in points. */
const SAME_ROW = 0.5

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
  for (const row of rowsOf(sorted)) {
    const band = bands.at(-1)
    const wide =
      row.some((segment) => crosses(segment, gutter)) ||
      (band?.wide === true && goesOnWide(row, lastRow(band.segments), gutter))
    if (band?.wide === wide) band.segments.push(...row)
    else bands.push({ wide, segments: [...row] })
  }
  return bands
}

const crosses = ({ x, right }: Segment, gutter: number): boolean => x < gutter && right > gutter

/** Segments on one baseline. `sorted` by base. */
function rowsOf(sorted: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of sorted) {
    const row = rows.at(-1)
    if (row && segment.base - (row[0]?.base ?? 0) <= SAME_ROW) row.push(segment)
    else rows.push([segment])
  }
  return rows
}

const lastRow = (segments: readonly Segment[]): Segment[] =>
  segments.filter(({ base }) => (segments.at(-1)?.base ?? 0) - base <= SAME_ROW)

/** The last, short line of a text that runs across the gutter, or a short note below one that does. */
function goesOnWide(row: readonly Segment[], above: readonly Segment[], gutter: number): boolean {
  const [first, before] = [leftmost(row), leftmost(above)]
  const own = widest(row)
  if (!first || !before || !own || row.some(({ right }) => right > gutter)) return false
  const farthest = /^[\d*†‡§]{1,4}$/.test(first.pieces[0]?.text ?? '') ? NEXT_NOTE : NEXT_LINE
  return (
    own.base - before.base <= farthest * own.size &&
    Math.abs(own.size - (widest(above)?.size ?? 0)) < 0.5 &&
    Math.abs(first.x - before.x) < 2 * own.size
  )
}

const leftmost = (row: readonly Segment[]): Segment | undefined =>
  row.reduce<Segment | undefined>(
    (least, segment) => (least && least.x <= segment.x ? least : segment),
    undefined,
  )

const widest = (row: readonly Segment[]): Segment | undefined =>
  row.reduce<Segment | undefined>(
    (most, segment) => (most && most.letters >= segment.letters ? most : segment),
    undefined,
  )
