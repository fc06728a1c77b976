import { commonType } from './line.ts'
import type { Row } from './rows.ts'
import { writePieces } from './write-pieces.ts'

/** The rows of a page, top to bottom. */
export interface PageRows {
  /** From 1. */
  readonly page: number
  readonly height: number
  readonly rows: readonly Row[]
}

/** A row near the head or the foot of its page. */
export interface EdgeRow {
  readonly row: Row
  readonly page: number
  readonly edge: 'head' | 'foot'
  /** How many rows stand nearer to the edge, and which. */
  readonly depth: number
  readonly outer: readonly Row[]
  /** From the top of the page for a head, from its bottom for a foot, in points. */
  readonly base: number
  readonly size: number
  readonly text: string
  /** A gap parts it from the text. */
  readonly isApart: boolean
}

/** Rows at either edge that are looked at, and how far into the page they stand, as a share of its height. */
const DEEPEST = 4
const MARGIN = 0.16
/** A gap of this many sizes of its type parts a head from the text. */
const APART = 1.7

/** The rows near the edges of a page. */
export function edgeRows({ page, height, rows }: PageRows): EdgeRow[] {
  const heads = rows.slice(0, DEEPEST)
  const feet = rows.slice(-DEEPEST).reverse()
  return [
    ...heads
      .filter(({ base }) => base < MARGIN * height)
      .map((row, depth) => edgeRow(row, page, 'head', depth, heads, row.base, heads[depth + 1])),
    ...feet
      .filter(({ base }) => base > (1 - MARGIN) * height)
      .map((row, depth) => edgeRow(row, page, 'foot', depth, feet, height - row.base, feet[depth + 1])),
  ]
}

function edgeRow(
  row: Row,
  page: number,
  edge: 'head' | 'foot',
  depth: number,
  rows: readonly Row[],
  base: number,
  inner: Row | undefined,
): EdgeRow {
  const { size } = commonType(row.pieces)
  return {
    row,
    page,
    edge,
    depth,
    outer: rows.slice(0, depth),
    base,
    size,
    text: writePieces(row.pieces).text,
    isApart: inner === undefined || Math.abs(inner.base - row.base) > APART * size,
  }
}
