import { hasRightToLeft, isRightToLeft } from './characters.ts'
import type { PieceSpan } from './line.ts'
import { logicalOrder, type OrderedRun } from './logical-order.ts'
import type { PlacedPiece } from './piece.ts'

/** What a row of pieces says, and where each piece went, in the order of the text. */
export interface Written {
  readonly text: string
  readonly rightToLeft: boolean
  readonly spans: readonly PieceSpan[]
}

/** How the rows of a file are written. */
export interface Writing {
  /** Brackets of right-to-left text are drawn ones. */
  readonly mirror: boolean
  /** The file's text runs from right to left: so does a row with more words from left to right. */
  readonly rightToLeft: boolean
}

/** A gap wider than this share of the size of the type is a space, if the file sets none. */
const SPACE = 0.22
/** So it is for pieces that are made sign by sign, whose places are exact. */
const EXACT_SPACE = 0.15
/** A space that the file sets is none where something else was drawn in its place. */
const LEAST_SPACE = 0.04

/** Writes pieces, sorted by x, as one line of text in logical order. */
export function writePieces(
  pieces: readonly PlacedPiece[],
  { mirror, rightToLeft: ofFile }: Writing = { mirror: true, rightToLeft: false },
): Written {
  if (!pieces.some(({ text }) => hasRightToLeft(text)) && !(ofFile && isWithoutWords(pieces)))
    return writeForwards(pieces)
  const rightToLeft = ofFile || isRightToLeft(pieces.map((piece) => piece.text).join(' '))
  const spans: PieceSpan[] = []
  let text = ''
  const write = (runs: readonly OrderedRun[]): void => {
    runs.forEach((run, i) => {
      const before = runs[i - 1]
      if (before && isSpacedRun(before, run)) text += ' '
      if (run.piece) {
        const words = run.reversed && mirror ? mirrored(run.piece.text) : run.piece.text
        spans.push({ piece: run.piece, start: text.length, end: text.length + words.length })
        text += words
      } else write(run.parts)
    })
  }
  write(logicalOrder(pieces, rightToLeft))
  return { text, rightToLeft, spans }
}

/** Numbers and signs, which run as the text around them does. */
const isWithoutWords = (pieces: readonly PlacedPiece[]): boolean =>
  !pieces.some(({ text }) => /\p{L}/u.test(text))

function writeForwards(pieces: readonly PlacedPiece[]): Written {
  const spans: PieceSpan[] = []
  let text = ''
  let before: PlacedPiece | undefined
  for (const piece of pieces) {
    if (before && isSpaced(before, piece)) text += ' '
    spans.push({ piece, start: text.length, end: text.length + piece.text.length })
    text += piece.text
    before = piece
  }
  return { text, rightToLeft: false, spans }
}

type Spaced = Pick<OrderedRun, 'x' | 'right' | 'size' | 'spaceLeft' | 'spaceRight'>

function isSpacedRun(a: Spaced, b: Spaced): boolean {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  const gap = (right.x - left.right) / Math.max(left.size, right.size)
  return gap > EXACT_SPACE || (gap > LEAST_SPACE && isSpaced(left, right))
}

function isSpaced(a: Spaced, b: Spaced): boolean {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  if (left.spaceRight || right.spaceLeft) return true
  const size = Math.min(Math.max(left.size, right.size), 3 * Math.min(left.size, right.size))
  return right.x - left.right > SPACE * size
}

const MIRRORS: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
}

const mirrored = (text: string): string => text.replace(/[()[\]{}«»]/g, (sign) => MIRRORS[sign] ?? sign)
