import type { FlowMark } from '../flow.ts'
import { columnsOf } from './columns.ts'
import { commonType, type Line } from './line.ts'
import { urlMarks } from './link-marks.ts'
import type { PageLink, PdfPage, PlacedPiece } from './piece.ts'
import type { Row } from './rows.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { type Written, writePieces } from './write-pieces.ts'

/** What the lines of one page are made from. */
export interface PageContent {
  readonly page: PdfPage
  /** Without furniture. */
  readonly rows: readonly Row[]
}

/** How the text of a file runs. */
export interface Running {
  readonly rightToLeft: boolean
  /** Brackets of right-to-left text are drawn ones and have to be mirrored. */
  readonly mirror: boolean
  /** Fonts that programs are set in, in a file whose text is set in others. */
  readonly codeFonts: ReadonlySet<string>
}

/** The lines of all pages in reading order, column by column. */
export function linesOf(pages: readonly PageContent[], running: Running): Line[] {
  const known = new Set<number>()
  let column = 0
  return pages.flatMap(({ page, rows }) =>
    columnsOf(segmentsOf(rows), running.rightToLeft, known).flatMap((segments) => {
      const lines = rowsOfColumn(segments).map((pieces) => lineOf(pieces, page, column, running))
      column++
      return lines.map((line, i) => inTypeOf(lines[i - 1], line))
    }),
  )
}

/** A line of raised labels only, between blacked out words, is of the type of the line above. */
function inTypeOf(above: Line | undefined, line: Line): Line {
  const isRaised = above !== undefined && line.spans.every(({ piece }) => piece.shift === 'raised')
  return isRaised ? { ...line, size: above.size, font: above.font } : line
}

/** The pieces of each row of a column; `segments` are sorted by base. */
function rowsOfColumn(segments: readonly Segment[]): PlacedPiece[][] {
  const rows: { base: number; pieces: PlacedPiece[] }[] = []
  for (const { base, pieces } of segments) {
    const row = rows.at(-1)
    if (row && base - row.base < 0.01) row.pieces.push(...pieces)
    else rows.push({ base, pieces: [...pieces] })
  }
  return rows.map(({ pieces }) => pieces.sort((a, b) => a.x - b.x))
}

function lineOf(pieces: readonly PlacedPiece[], page: PdfPage, column: number, running: Running): Line {
  const written = writePieces(pieces, running)
  const [first] = pieces
  return {
    page: page.number,
    column,
    x: first?.x ?? 0,
    right: pieces.reduce((right, piece) => Math.max(right, piece.right), 0),
    base: pieces.find(({ shift }) => shift === 'none')?.base ?? first?.base ?? 0,
    ...commonType(pieces),
    text: written.text,
    marks: marksOf(written, page.links, running.codeFonts),
    spans: written.spans,
    rightToLeft: written.rightToLeft,
  }
}

const marksOf = (written: Written, links: readonly PageLink[], codeFonts: ReadonlySet<string>): FlowMark[] =>
  [
    ...touching(written, 'raised', (piece) => piece.shift === 'raised'),
    ...touching(written, 'code', (piece) => codeFonts.has(piece.font)),
    ...urlMarks(written, links),
  ].sort((a, b) => a.start - b.start || b.end - a.end)

/** Marks for the pieces that are so; those that touch each other are one. */
function touching(
  { spans, text }: Written,
  kind: 'raised' | 'code',
  isSo: (piece: PlacedPiece) => boolean,
): FlowMark[] {
  const marks: { kind: typeof kind; start: number; end: number }[] = []
  for (const { piece, start, end } of spans) {
    if (!isSo(piece)) continue
    const last = marks.at(-1)
    if (last && /^\s?$/.test(text.slice(last.end, start))) last.end = end
    else marks.push({ kind, start, end })
  }
  return marks
}
