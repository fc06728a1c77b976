import { hasRightToLeft, plainCharacters } from './characters.ts'
import { wordsOfGlyphs } from './glyph-words.ts'
import type { Piece } from './piece.ts'
import { type Matrix, moved, type Quarter, quarterOf, times, upright } from './turn.ts'

/** What the library gives for a run of text. */
export interface RawItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

interface Raw {
  readonly text: string
  readonly matrix: Matrix
  readonly width: number
  readonly font: string
  readonly quarter: Quarter | null
}

/** Text at an angle that a warning quotes. Code units. */
const LONGEST_SLANTED = 80

/** Collects the text of one page and turns the page so that most of it runs from left to right. */
export class PieceReader {
  unreadable = 0
  /** Fonts whose letters are all as wide, as programs are set in. */
  readonly monospaced = new Set<string>()
  private readonly raws: Raw[] = []
  private singly = false

  constructor(
    private readonly view: readonly number[],
    private readonly width: number,
    private readonly height: number,
  ) {}

  get count(): number {
    return this.raws.length
  }

  addStyles(styles: Readonly<Record<string, { readonly fontFamily: string } | undefined>>): void {
    for (const [font, style] of Object.entries(styles))
      if (style?.fontFamily === 'monospace') this.monospaced.add(font)
  }

  /** A reader of the same page that takes its signs one by one; this one where there are none. */
  byGlyphs(items: readonly RawItem[], reader: PieceReader): PieceReader {
    if (items.length === 0) return this
    reader.singly = true
    for (const font of this.monospaced) reader.monospaced.add(font)
    for (const item of items) reader.add(item)
    return reader
  }

  add({ str, transform, width, fontName }: RawItem): void {
    if (str === '') return
    const { text, unreadable } = plainCharacters(str)
    this.unreadable += unreadable
    if (text === '') return
    const matrix = times(asMatrix(this.view), asMatrix(transform))
    this.raws.push({ text, matrix, width, font: fontName, quarter: quarterOf(matrix[0], matrix[1]) })
  }

  finish(): {
    readonly width: number
    readonly height: number
    readonly pieces: Piece[]
    readonly slanted: string[]
    readonly unseen: number
    readonly turned: Matrix
  } {
    const quarter = this.commonQuarter()
    const turned = upright(quarter, this.width, this.height)
    const onSide = quarter % 2 === 1
    const [width, height] = onSide ? [this.height, this.width] : [this.width, this.height]
    const straight = this.raws.filter((raw) => raw.quarter === quarter)
    const { pieces, unseen } = piecesOf(straight, turned, width)
    return {
      width,
      height,
      unseen,
      pieces: this.singly ? wordsOfGlyphs(pieces) : pieces,
      slanted: slantedText(this.raws.filter((raw) => raw.quarter !== quarter)),
      turned: times(turned, asMatrix(this.view)),
    }
  }

  private commonQuarter(): Quarter {
    const letters = [0, 0, 0, 0]
    for (const { quarter, text } of this.raws)
      if (quarter !== null) letters[quarter] = (letters[quarter] ?? 0) + text.length
    return letters.reduce<Quarter>(
      (best, count, index) => (count > (letters[best] ?? 0) ? (index as Quarter) : best),
      0,
    )
  }
}

const asMatrix = (numbers: readonly number[]): Matrix => [
  numbers[0] ?? 1,
  numbers[1] ?? 0,
  numbers[2] ?? 0,
  numbers[3] ?? 1,
  numbers[4] ?? 0,
  numbers[5] ?? 0,
]

/** The pieces on the page, and how many characters stand beside it or are too small to be seen. */
function piecesOf(
  raws: readonly Raw[],
  turned: Matrix,
  pageWidth: number,
): { readonly pieces: Piece[]; readonly unseen: number } {
  const pieces: Piece[] = []
  let unseen = 0
  for (const raw of raws) {
    const [x, base] = moved(turned, raw.matrix[4], raw.matrix[5])
    const size = Math.hypot(raw.matrix[2], raw.matrix[3])
    if (/^\s*$/.test(raw.text)) spaceAfter(pieces.at(-1), x)
    else if (x < pageWidth + size && x + raw.width > -size && size > 0.5) {
      const piece = pieceOf(raw, x, base, size)
      if (!isPrintedTwice(piece, pieces)) pieces.push(piece)
    } else unseen += raw.text.trim().length
  }
  return { pieces, unseen }
}

/** Pieces back in which the same words are looked for. */
const LOOK_BACK = 3

/** Bold made by printing the same words twice, a hair apart. */
const isPrintedTwice = (piece: Piece, pieces: readonly Piece[]): boolean =>
  pieces
    .slice(-LOOK_BACK)
    .some(
      ({ text, x, base, size }) =>
        text === piece.text &&
        Math.abs(x - piece.x) < 0.12 * size &&
        Math.abs(base - piece.base) < 0.12 * size,
    )

function pieceOf(raw: Raw, x: number, base: number, size: number): Piece {
  const text = raw.text.trim()
  const leads = /^\s/.test(raw.text)
  const trails = /\s$/.test(raw.text)
  const reversed = leads !== trails && hasRightToLeft(text)
  return {
    text,
    x,
    right: x + raw.width,
    base,
    size,
    font: raw.font,
    spaceLeft: reversed ? trails : leads,
    spaceRight: reversed ? leads : trails,
  }
}

/** A blank at `x` that was set after this piece. */
function spaceAfter(piece: Piece | undefined, x: number): void {
  if (!piece) return
  if (x >= (piece.x + piece.right) / 2) piece.spaceRight = true
  else piece.spaceLeft = true
}

function slantedText(raws: readonly Raw[]): string[] {
  const text = raws
    .map((raw) => raw.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? [] : [text.slice(0, LONGEST_SLANTED)]
}
