import type { Segment } from './segments.ts'

/** Edges of lines this near, in points, are one. */
const STEP = 2
/** Lines that begin or end at an edge, on a page of more than a few. */
const FEWEST_AT_EDGE = 3
const FEW = 12
/** No gutter stands nearer to the margin than this share of the width. */
const MARGIN = 0.15
/** Lines on either side, without a line across, that make a gutter. */
const FEWEST_LINES = 4
/** Characters on either side. */
const FEWEST_LETTERS = 150
/** Where the pages before have their gutter, a line on one side is enough. */
const FEWEST_LETTERS_KNOWN = 20
/** Prose fills this share of its column, tables do not. */
const LEAST_FILLED = 0.55
/** Characters of an ordinary line of prose; numbers and labels are shorter. */
const SHORTEST_PROSE = 14
/** Two known gutters within this distance, in points, are one. */
const SAME = 6

/** Lines on both sides of an x without a line across. */
interface Run {
  readonly left: Side
  readonly right: Side
}

interface Side {
  lines: number
  letters: number
  widths: number
  x: number
  end: number
}

/**
 * The x that parts text into columns, null where there is none: right before where the lines of a column begin, or right
 * behind where they end. `sorted` by base.
 */
export function findGutter(sorted: readonly Segment[], known: ReadonlySet<number>): number | null {
  if (sorted.length < 2) return null
  const [from, to] = extent(sorted)
  const inner = (to - from) * MARGIN
  let best: { score: number; x: number } | null = null
  for (const x of edgesOf(sorted)) {
    if (x < from + inner || x > to - inner) continue
    const score = scoreAt(x, sorted, isKnown(x, known))
    if (score > (best?.score ?? 0)) best = { score, x }
  }
  return best?.x ?? null
}

/** Where several lines begin, and where several end, a point outside of them. */
function edgesOf(sorted: readonly Segment[]): number[] {
  const counts = new Map<number, number>()
  for (const { x, right } of sorted)
    for (const edge of [Math.floor(x / STEP) * STEP - 1, Math.ceil(right / STEP) * STEP + 1])
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count >= FEWEST_AT_EDGE || sorted.length <= FEW)
  return common.map(([edge]) => edge).sort((a, b) => a - b)
}

function extent(sorted: readonly Segment[]): readonly [from: number, to: number] {
  let [from, to] = [Infinity, -Infinity]
  for (const { x, right } of sorted) {
    from = Math.min(from, x)
    to = Math.max(to, right)
  }
  return [from, to]
}

const isKnown = (x: number, known: ReadonlySet<number>): boolean =>
  [...known].some((gutter) => Math.abs(gutter - x) <= SAME)

/** The characters that a gutter at `x` would part, 0 where it would part no prose. */
function scoreAt(x: number, sorted: readonly Segment[], isKnownHere: boolean): number {
  let score = 0
  let run = emptyRun()
  const close = (): void => {
    if (isProse(run, isKnownHere)) score += run.left.letters + run.right.letters
    run = emptyRun()
  }
  for (const segment of sorted) {
    if (segment.x < x && segment.right > x) close()
    else addTo(segment.right <= x ? run.left : run.right, segment)
  }
  close()
  return score
}

const emptyRun = (): Run => ({ left: emptySide(), right: emptySide() })
const emptySide = (): Side => ({ lines: 0, letters: 0, widths: 0, x: Infinity, end: -Infinity })

function addTo(side: Side, { x, right, letters }: Segment): void {
  side.lines++
  side.letters += letters
  side.widths += right - x
  side.x = Math.min(side.x, x)
  side.end = Math.max(side.end, right)
}

function isProse({ left, right }: Run, isKnownHere: boolean): boolean {
  if (isKnownHere) return left.letters >= FEWEST_LETTERS_KNOWN && right.letters >= FEWEST_LETTERS_KNOWN
  return [left, right].every(
    (side) =>
      side.lines >= FEWEST_LINES &&
      side.letters >= FEWEST_LETTERS &&
      side.letters >= SHORTEST_PROSE * side.lines &&
      side.widths >= LEAST_FILLED * side.lines * (side.end - side.x),
  )
}
