import type { BodyType } from './body-type.ts'
import { type NoteOpening, numberOf, openingOf } from './labels.ts'
import type { Line } from './line.ts'

/** The notes at the foot of one column. */
export interface NoteZone {
  /** The lines of the zone, in order. */
  readonly lines: readonly Line[]
  /** Which of them begin a note. What stands before the first belongs to the note before it, on another column or page. */
  readonly starts: ReadonlyMap<Line, NoteOpening>
}

/** What is known of the markers that a column's notes may answer. */
export interface MarkersOfPage {
  /** Labels of the markers on this page and of those of the page before that have no note yet. */
  has(label: string): boolean
  /** The labels that markers on this page have above a line. */
  hasAbove(label: string, line: Line): boolean
  /** The line opens with a marker, and no note. */
  isMarker(line: Line): boolean
  /** A link leads from a marker to this line; `near`: from one on this page. */
  isLinked(line: Line, near?: 'near'): boolean
}

/** Notes are set this much smaller than the body. */
const SMALLER = 0.95
/** Lines this much larger than a note are none of it. */
const LARGER = 1.05
/** A gap this much wider than the distance of lines parts notes from text. */
const GAP = 1.15

/**
 * The notes at the foot of a column: its last lines, where they are smaller than the body and open with a label that a
 * marker has, or where a raised label of the page opens a line. `open`: the note before breaks off and may go on here.
 */
export function zoneOf(
  column: readonly Line[],
  body: BodyType,
  markers: MarkersOfPage,
  open: boolean,
): NoteZone | null {
  const small = firstSmall(column, body)
  const starts = startsIn(column.slice(small), markers)
  const first = column.findIndex((line) => starts.has(line))
  if (first >= 0) {
    const from = small < first && open && !endsHere(column[small]) ? small : first
    return { lines: column.slice(from), starts }
  }
  if (open && small < column.length && isApart(column, small, body) && !endsHere(column[small]))
    return { lines: column.slice(small), starts }
  return sameSizeZone(column, markers)
}

/** Index of the first of the last lines that are all smaller than the body. */
function firstSmall(column: readonly Line[], body: BodyType): number {
  let first = column.length
  while (first > 0 && (column[first - 1]?.size ?? Infinity) <= SMALLER * body.size) first--
  return first
}

/** Lines that open a note; their numbers rise. */
function startsIn(lines: readonly Line[], markers: MarkersOfPage): Map<Line, NoteOpening> {
  const starts = new Map<Line, NoteOpening>()
  let high = -1
  for (const line of lines) {
    const opening = markers.isMarker(line) ? null : openingOf(line)
    if (!opening) continue
    const number = numberOf(opening.label)
    const linked = markers.isLinked(line)
    const fits =
      linked || markers.has(opening.label) || (opening.raised && number !== null && number === high + 1)
    if (!fits || (number !== null && number <= high && !linked && number !== 1)) continue
    starts.set(line, opening)
    high = number ?? high
  }
  return starts
}

/** Notes in the size of the body: from the first line that opens with the raised label of a marker above it. */
function sameSizeZone(column: readonly Line[], markers: MarkersOfPage): NoteZone | null {
  const first = column.findIndex((line) => {
    if (markers.isMarker(line)) return false
    const opening = openingOf(line)
    if (opening === null) return false
    return opening.raised ? markers.hasAbove(opening.label, line) : markers.isLinked(line, 'near')
  })
  if (first < 0) return null
  const size = (column[first]?.size ?? 0) * LARGER
  const end = column.findIndex((line, i) => i > first && line.size > size)
  const lines = column.slice(first, end < 0 ? column.length : end)
  return { lines, starts: startsIn(lines, markers) }
}

function isApart(column: readonly Line[], index: number, body: BodyType): boolean {
  const [above, line] = [column[index - 1], column[index]]
  return !above || !line || line.base - above.base > GAP * body.leadingOf(above.size)
}

/** A line that goes on with no note: the caption of a table or the like. */
const endsHere = (line: Line | undefined): boolean =>
  line === undefined || /^(?:table|figure|fig\.|source|note)s?\b[\s\d:.]/i.test(line.text)
