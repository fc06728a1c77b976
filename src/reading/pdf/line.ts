import type { Span } from '../../text/span.ts'
import type { FlowMark } from '../flow.ts'
import type { PlacedPiece } from './piece.ts'

/** A piece and where its words stand in a line. */
export interface PieceSpan extends Span {
  readonly piece: PlacedPiece
}

/** A line of a column, with what it says. Lengths in points, y down. */
export interface Line {
  readonly page: number
  /** Counts the columns of the file in reading order, from 0. */
  readonly column: number
  readonly x: number
  readonly right: number
  readonly base: number
  /** Size and font of most of its characters. */
  readonly size: number
  readonly font: string
  readonly text: string
  /** `raised`, `link` and `page` marks into `text`. */
  readonly marks: readonly FlowMark[]
  /** Its pieces in the order of the text, with their spans in it. */
  readonly spans: readonly PieceSpan[]
  readonly rightToLeft: boolean
}

/** Size and font of most characters; raised and lowered ones count only where there is nothing else. */
export function commonType(pieces: readonly PlacedPiece[]): { readonly size: number; readonly font: string } {
  const [first] = pieces
  if (
    first &&
    pieces.every(({ size, font, shift }) => size === first.size && font === first.font && shift === 'none')
  )
    return { size: first.size, font: first.font }
  const plain = pieces.filter((piece) => piece.shift === 'none')
  const counts = new Map<string, { size: number; font: string; letters: number }>()
  for (const { size, font, text } of plain.length > 0 ? plain : pieces) {
    const key = `${size.toFixed(1)} ${font}`
    const count = counts.get(key)
    if (count) count.letters += text.length
    else counts.set(key, { size, font, letters: text.length })
  }
  let best = { size: 0, font: '', letters: -1 }
  for (const count of counts.values()) if (count.letters > best.letters) best = count
  return { size: best.size, font: best.font }
}
