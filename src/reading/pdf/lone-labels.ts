import { commonType } from './line.ts'
import type { PlacedPiece } from './piece.ts'
import type { Row } from './rows.ts'

/** Labels alone in a row are raised where they are this much smaller than the type of the rows above. */
const SMALLER = 0.8

/** Rows in which small labels that stand alone, behind words that are blacked out, count as raised. */
export function raiseLoneLabels(rows: readonly Row[]): Row[] {
  let above = Infinity
  return rows.map((row) => {
    const { size } = commonType(row.pieces)
    const isLone = above < Infinity && size <= SMALLER * above && row.pieces.every(isLabel)
    if (!isLone) above = size
    return isLone
      ? { ...row, pieces: row.pieces.map((piece) => ({ ...piece, shift: 'raised' as const })) }
      : row
  })
}

const isLabel = ({ text, shift }: PlacedPiece): boolean => shift === 'none' && /^[\d*†‡§¶#]{1,4}$/.test(text)
