import { labelsIn } from './labels.ts'
import { commonType } from './line.ts'
import type { PlacedPiece } from './piece.ts'
import type { Row } from './rows.ts'

/** Labels alone in a row are raised where they are this much smaller than the type of the rows above. */
const SMALLER = 0.8

/** Code units of the longest label. */
const LONGEST = 10
/** A gap this wide, in sizes of its own type, leaves a label alone in its row: in a cell of a form or a table. */
const ALONE = 3

/**
 * Rows in which small labels that stand alone, behind words that are blacked out or in a cell of their own, count as
 * raised; the latter where a note further down the page opens with the same label.
 */
export function raiseLoneLabels(rows: readonly Row[]): Row[] {
  const opened = openedBelow(rows)
  let above = Infinity
  return rows.map((row, at) => {
    const { size } = commonType(row.pieces)
    const isLone = above < Infinity && size <= SMALLER * above && row.pieces.every(isLabel)
    if (!isLone) above = size
    const raised = row.pieces.filter(
      (piece, i) => isLone || (isLabel(piece) && isAlone(row, i) && isOpened(piece, at)),
    )
    if (raised.length === 0) return row
    const shifted = new Set(raised)
    return {
      ...row,
      pieces: row.pieces.map((piece) =>
        shifted.has(piece) ? { ...piece, shift: 'raised' as const } : piece,
      ),
    }
  })

  function isOpened({ text, size }: PlacedPiece, at: number): boolean {
    return labelsIn(text, 0, text.length).some(({ label }) => {
      const note = opened.get(label)
      return note !== undefined && note.at > at && size <= SMALLER * note.size
    })
  }
}

/** By the raised label that opens a row with words: the last such row, and the size of its words. */
function openedBelow(rows: readonly Row[]): Map<string, { readonly at: number; readonly size: number }> {
  const opened = new Map<string, { at: number; size: number }>()
  rows.forEach(({ pieces }, at) => {
    const [first, second] = pieces
    if (first?.shift === 'raised' && second?.shift === 'none')
      opened.set(first.text, { at, size: second.size })
  })
  return opened
}

function isAlone({ pieces }: Row, at: number): boolean {
  const [before, piece, after] = [pieces[at - 1], pieces[at], pieces[at + 1]]
  if (!piece) return false
  const least = ALONE * piece.size
  return (!before || piece.x - before.right >= least) && (!after || after.x - piece.right >= least)
}

const isLabel = ({ text, shift }: PlacedPiece): boolean =>
  shift === 'none' && text.length <= LONGEST && /^(?:[\d*†‡§¶#]{1,4}|[ivxl]{1,6}\d{1,4})$/.test(text)
