import type { BodyType } from './body-type.ts'
import { opensItem } from './line-words.ts'
import type { Line } from './line.ts'

/** A cell: for each of its lines the stretch of the line's text. */
export type Cell = readonly { readonly line: Line; readonly start: number; readonly end: number }[]

/** What a column holds: lines of text, or a table with its cells in reading order. */
export type Part =
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly lines: readonly Line[]; readonly cells: readonly Cell[] }

/** A gap this wide, in ems, parts two cells. */
const GAP = 1.6
/** Edges of cells this near are in line, in points. */
const IN_LINE = 4
/** Rows of a table that lie farther apart, in usual distances of lines, are no one table. */
const FARTHEST = 4
/** Lines nearer than this many least distances of a table's lines share a row. */
const SAME_ROW = 1.25

/** A stretch of a line between wide gaps. */
interface Stretch {
  readonly x: number
  readonly right: number
  readonly start: number
  readonly end: number
}

/** Parts the lines of a column into text and tables. */
export function partsOf(column: readonly Line[], body: BodyType): Part[] {
  const stretches = column.map(stretchesOf)
  const parts: Part[] = []
  let text: Line[] = []
  const closeText = (): void => {
    if (text.length > 0) parts.push({ kind: 'text', lines: text })
    text = []
  }
  for (let at = 0; at < column.length;) {
    const end = tableEnd(column, stretches, at, body)
    if (end > at) {
      closeText()
      const lines = column.slice(at, end)
      parts.push({ kind: 'table', lines, cells: cellsOf(lines, stretches.slice(at, end)) })
      at = end
    } else {
      const line = column[at++]
      if (line) text.push(line)
    }
  }
  closeText()
  return parts
}

function stretchesOf({ spans, size, text, rightToLeft }: Line): Stretch[] {
  const sorted = [...spans].sort((a, b) => (rightToLeft ? b.piece.x - a.piece.x : a.piece.x - b.piece.x))
  const stretches: { x: number; right: number; start: number; end: number }[] = []
  for (const { piece, start, end } of sorted) {
    const last = stretches.at(-1)
    const gap = last ? Math.max(piece.x - last.right, last.x - piece.right) : Infinity
    if (last && gap <= GAP * size) {
      last.x = Math.min(last.x, piece.x)
      last.right = Math.max(last.right, piece.right)
      last.start = Math.min(last.start, start)
      last.end = Math.max(last.end, end)
    } else stretches.push({ x: piece.x, right: piece.right, start, end })
  }
  const [first, second] = stretches
  if (
    first &&
    second &&
    (opensItem(text) || isLabel(text.slice(first.start, first.end), text.slice(second.start, second.end)))
  ) {
    stretches.splice(0, 2, { ...second, x: first.x, start: first.start })
  }
  return stretches
}

/** A bullet, or a number before words, with a tab behind it is no cell. */
const isLabel = (text: string, next: string): boolean =>
  /^(?:[•●▪‣◦–—*-]|\(?[\divxlc]{1,6}[.)]|\(?[a-zA-Z][.)])$/i.test(text) ||
  (/^\d{1,3}$/.test(text) && /\p{L}+\s\S+\s\S/u.test(next))

/** A line of contents ends in the number of a page. */
const isContents = (text: string): boolean => /(?:\.\s?){4,}\s*[\divxlc]{1,5}$/i.test(text)

/** The end of the table that begins at a line, exclusive; the index itself where none begins. */
function tableEnd(
  column: readonly Line[],
  stretches: readonly (readonly Stretch[])[],
  at: number,
  body: BodyType,
): number {
  if (!isRow(column[at], stretches[at])) return at
  let end = at + 1
  let rows = 1
  for (let next = at + 1; next < column.length; next++) {
    const [line, above] = [column[next], column[next - 1]]
    if (!line || !above || line.base - above.base > FARTHEST * body.leadingOf(line.size)) break
    if (next - end > 2 || !isInLine(stretches[next] ?? [], stretches.slice(at, end))) break
    if (!isRow(line, stretches[next])) continue
    rows++
    end = next + 1
  }
  if (rows < 2) return at
  return withWrappedLast(column, stretches, end, body)
}

const isRow = (line: Line | undefined, stretches: readonly Stretch[] | undefined): boolean =>
  line !== undefined && (stretches?.length ?? 0) >= 2 && !isContents(line.text)

/** The lines on which the last row goes on. */
function withWrappedLast(
  column: readonly Line[],
  stretches: readonly (readonly Stretch[])[],
  end: number,
  body: BodyType,
): number {
  let last = end
  for (let line = column[last]; line; line = column[++last]) {
    const [own] = stretches[last] ?? []
    const [first] = stretches[end - 1] ?? []
    const distance = line.base - (column[last - 1]?.base ?? 0)
    if (!own || !first || own.x <= first.x + IN_LINE || distance > 1.1 * body.leadingOf(line.size)) break
    if (!isInLine([own], stretches.slice(end - 1, end))) break
  }
  return last
}

/** Every stretch begins or ends where a cell of the lines above does, or most of them do. */
function isInLine(stretches: readonly Stretch[], above: readonly (readonly Stretch[])[]): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= IN_LINE
  const looked = above.slice(-6).flat()
  const lined = stretches.filter((own) =>
    looked.some(
      (other) =>
        near(own.x, other.x) ||
        near(own.right, other.right) ||
        near(own.x + own.right, other.x + other.right),
    ),
  )
  return lined.length > 0 && lined.length * 2 >= stretches.length
}

/** Row by row; lines of one cell are joined where the rows stand apart or the first cell is empty. */
function cellsOf(lines: readonly Line[], stretches: readonly (readonly Stretch[])[]): Cell[] {
  const left = stretches.flat().reduce((least, { x }) => Math.min(least, x), Infinity)
  const breaks = rowBreaks(lines)
  const rows: { x: number; right: number; parts: { line: Line; start: number; end: number }[] }[][] = []
  lines.forEach((line, i) => {
    const own = stretches[i] ?? []
    const hasFirst = own.some(({ x }) => x <= left + IN_LINE)
    const row = rows.at(-1)
    const goesOn = row !== undefined && (breaks === null ? !hasFirst : !breaks.has(i))
    const cells = goesOn ? row : []
    for (const { x, right, start, end } of own) {
      const cell = cells.find((known) => x < known.right && right > known.x)
      if (cell) {
        cell.parts.push({ line, start, end })
        cell.x = Math.min(cell.x, x)
        cell.right = Math.max(cell.right, right)
      } else cells.push({ x, right, parts: [{ line, start, end }] })
    }
    if (!goesOn) rows.push(cells)
  })
  return rows.flatMap((row) => {
    const sign = lines[0]?.rightToLeft ? -1 : 1
    return row.sort((a, b) => sign * (a.x - b.x)).map(({ parts }) => parts)
  })
}

/** Indexes of the lines that begin a row, where rows stand apart from each other; null where all lines are as far apart. */
function rowBreaks(lines: readonly Line[]): ReadonlySet<number> | null {
  const distances = lines.slice(1).map((line, i) => line.base - (lines[i]?.base ?? 0))
  const least = distances.reduce((min, distance) => Math.min(min, distance), Infinity)
  const breaks = new Set(distances.flatMap((distance, i) => (distance > SAME_ROW * least ? [i + 1] : [])))
  const close = distances.length - breaks.size
  return breaks.size > 0 && close > 0 ? breaks : null
}
