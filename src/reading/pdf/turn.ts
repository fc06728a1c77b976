/** A 2×3 matrix as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Quarter turns, counted clockwise, by which text of a page is turned. */
export type Quarter = 0 | 1 | 2 | 3

export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

export const moved = (m: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** The matrix that turns a page of this size back so that text turned by `quarter` runs from left to right. */
export function upright(quarter: Quarter, width: number, height: number): Matrix {
  if (quarter === 1) return [0, -1, 1, 0, 0, width]
  if (quarter === 2) return [-1, 0, 0, -1, width, height]
  if (quarter === 3) return [0, 1, -1, 0, height, 0]
  return [1, 0, 0, 1, 0, 0]
}

/** The turn of text with this direction on a page whose y runs down, null where it stands askew. */
export function quarterOf(dx: number, dy: number): Quarter | null {
  const least = 0.1 * (Math.abs(dx) + Math.abs(dy))
  if (Math.abs(dy) <= least) return dx >= 0 ? 0 : 2
  if (Math.abs(dx) <= least) return dy > 0 ? 1 : 3
  return null
}
