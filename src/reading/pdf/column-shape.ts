import type { Line } from './line.ts'

/** The margins of a column, in points. */
export interface ColumnShape {
  readonly left: number
  readonly right: number
}

/** Margins this near are the same on all pages, in points. */
const SAME = 4

/** The margins of every column by its number: of columns that begin at one x the widest, since text may end short. */
export function columnShapes(columns: readonly (readonly Line[])[]): Map<number, ColumnShape> {
  const own = columns.flatMap((lines) => {
    const [first] = lines
    return first ? [{ column: first.column, ...marginsOf(lines) }] : []
  })
  const widest = new Map<number, number>()
  for (const { left, right } of own)
    for (const key of [Math.floor(left / SAME), Math.ceil(left / SAME)])
      widest.set(key, Math.max(widest.get(key) ?? 0, right))
  return new Map(
    own.map(({ column, left, right }) => {
      const shared = Math.max(
        ...[Math.floor(left / SAME), Math.ceil(left / SAME)].map((key) => widest.get(key) ?? 0),
      )
      return [column, { left, right: Math.max(right, shared) }]
    }),
  )
}

/** The x at which most letters begin, or a smaller one that several lines share; and the farthest right end. */
function marginsOf(lines: readonly Line[]): ColumnShape {
  const counts = new Map<number, number>()
  let right = 0
  for (const line of lines) {
    counts.set(Math.round(line.x), (counts.get(Math.round(line.x)) ?? 0) + 1)
    right = Math.max(right, line.right)
  }
  let [left, most] = [0, 0]
  for (const [x, count] of counts) if (count > most || (count === most && x < left)) [left, most] = [x, count]
  return { left, right }
}

/** How far a line begins behind the margin, and how far it ends before the other one, in the direction of its text. */
export function indentOf(line: Line, { left, right }: ColumnShape): number {
  return line.rightToLeft ? right - line.right : line.x - left
}

export function roomBehind(line: Line, { left, right }: ColumnShape): number {
  return line.rightToLeft ? line.x - left : right - line.right
}
