import { hasRightToLeft, isRightToLeft } from './characters.ts'
import type { PieceSpan } from './line.ts'
import type { PlacedPiece } from './piece.ts'

/** What a row of pieces says, and where each piece went, in the order of the text. */
export interface Written {
  readonly text: string
  readonly rightToLeft: boolean
  readonly spans: readonly PieceSpan[]
}

/** A gap wider than this share of the size of the type is a space, if the file sets none. */
const SPACE = 0.22

/** Writes pieces, sorted by x, as one line of text in logical order. `mirror`: brackets of right-to-left text are drawn ones. */
export function writePieces(pieces: readonly PlacedPiece[], mirror = true): Written {
  const rightToLeft = isRightToLeft(pieces.map((piece) => piece.text).join(' '))
  const ordered = rightToLeft ? logicalOrder(pieces) : pieces.map((piece) => ({ piece, reversed: false }))
  const spans: PieceSpan[] = []
  let text = ''
  for (const { piece, reversed } of ordered) {
    const before = spans.at(-1)?.piece
    if (before && isSpaced(before, piece)) text += ' '
    const words = reversed && mirror ? mirrored(piece.text) : piece.text
    spans.push({ piece, start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, rightToLeft, spans }
}

function isSpaced(a: PlacedPiece, b: PlacedPiece): boolean {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  if (left.spaceRight || right.spaceLeft) return true
  const size = Math.min(Math.max(left.size, right.size), 3 * Math.min(left.size, right.size))
  return right.x - left.right > SPACE * size
}

interface Ordered {
  readonly piece: PlacedPiece
  /** It stands among right-to-left text and is no run of its own from left to right. */
  readonly reversed: boolean
}

/** From right to left; words and numbers of other scripts keep their own order. */
function logicalOrder(pieces: readonly PlacedPiece[]): Ordered[] {
  const ordered: Ordered[] = []
  let run: PlacedPiece[] = []
  let neutral: PlacedPiece[] = []
  const closeRun = (): void => {
    for (let i = run.length - 1; i >= 0; i--) {
      const piece = run[i]
      if (piece) ordered.push({ piece, reversed: false })
    }
    run = []
    for (const piece of neutral) ordered.push({ piece, reversed: true })
    neutral = []
  }
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]
    if (!piece) continue
    if (hasRightToLeft(piece.text)) {
      closeRun()
      ordered.push({ piece, reversed: true })
    } else if (/[\p{L}\p{N}]/u.test(piece.text)) {
      if (run.length > 0) run.push(...neutral)
      else for (const sign of neutral) ordered.push({ piece: sign, reversed: true })
      neutral = []
      run.push(piece)
    } else neutral.push(piece)
  }
  closeRun()
  return ordered
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
