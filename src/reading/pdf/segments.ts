import type { PlacedPiece } from './piece.ts'
import type { Row } from './rows.ts'

/** A stretch of a row without a wide gap. */
export interface Segment {
  readonly x: number
  readonly right: number
  readonly base: number
  readonly size: number
  /** Characters in it. */
  readonly letters: number
  readonly pieces: readonly PlacedPiece[]
}

/** A gap as wide as this, in ems, may part two columns. */
const WIDE = 0.8

/** Rows cut at their wide gaps. */
export const segmentsOf = (rows: readonly Row[]): Segment[] =>
  rows.flatMap(({ base, pieces }) => cutAtGaps(pieces).map((part) => segmentOf(base, part)))

function cutAtGaps(pieces: readonly PlacedPiece[]): PlacedPiece[][] {
  const parts: PlacedPiece[][] = []
  let reached = -Infinity
  for (const piece of pieces) {
    const part = parts.at(-1)
    const last = part?.at(-1)
    if (part && last && piece.x - reached <= WIDE * Math.max(piece.size, last.size)) part.push(piece)
    else parts.push([piece])
    reached = Math.max(reached, piece.right)
  }
  return parts
}

function segmentOf(base: number, pieces: readonly PlacedPiece[]): Segment {
  let [x, right, size, letters] = [Infinity, -Infinity, 0, 0]
  for (const piece of pieces) {
    x = Math.min(x, piece.x)
    right = Math.max(right, piece.right)
    size = Math.max(size, piece.size)
    letters += piece.text.length
  }
  return { x, right, base, size, letters, pieces }
}
