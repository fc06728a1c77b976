import type { BodyType } from './body-type.ts'
import type { NoteOpening } from './labels.ts'
import type { Line } from './line.ts'
import type { PdfMarker } from './markers.ts'
import { type MarkersOfPage, type NoteZone, zoneOf } from './note-zones.ts'

/** A note as its lines, from behind its label. */
export interface FootNote {
  readonly key: string
  readonly label: string
  readonly page: number
  /** The line it begins on, where its label stands. */
  readonly start: Line
  readonly bodyStart: number
  readonly lines: Line[]
  /** Markers that call it. */
  readonly markers: PdfMarker[]
}

export interface FootNotesFound {
  readonly notes: readonly FootNote[]
  /** Lines that belong to notes. */
  readonly lines: ReadonlySet<Line>
}

/** What the pages' notes and markers are found from. */
export interface NoteEvidence {
  /** The columns of the file in reading order. */
  readonly columns: readonly (readonly Line[])[]
  readonly body: BodyType
  /** By page, in order. */
  readonly markers: ReadonlyMap<number, readonly PdfMarker[]>
  /** By marker, the line that a link leads to. */
  readonly linked: ReadonlyMap<PdfMarker, Line>
}

/** Finds the notes at the foot of the pages and the markers that they answer, page by page. */
export function findFootNotes(evidence: NoteEvidence): FootNotesFound {
  return new FootNotes(evidence).find()
}

/** A line shorter than this share of its column is the last of its paragraph. */
const SHORT = 0.35

function marginsOf(lines: readonly Line[]): [number, [left: number, right: number]][] {
  const [first] = lines
  if (!first) return []
  let [left, right] = [first.x, first.right]
  for (const line of lines) {
    left = Math.min(left, line.x)
    right = Math.max(right, line.right)
  }
  return [[first.column, [left, right]]]
}

class FootNotes {
  private readonly notes: FootNote[] = []
  private readonly lines = new Set<Line>()
  private readonly answered = new Set<PdfMarker>()
  /** The left and right ends of each column. */
  private readonly margins: ReadonlyMap<number, readonly [left: number, right: number]>
  private readonly callers: ReadonlyMap<Line, readonly PdfMarker[]>

  constructor(private readonly evidence: NoteEvidence) {
    const callers = new Map<Line, PdfMarker[]>()
    for (const [marker, line] of evidence.linked) {
      const list = callers.get(line)
      if (list) list.push(marker)
      else callers.set(line, [marker])
    }
    this.callers = callers
    this.margins = new Map(evidence.columns.flatMap(marginsOf))
  }

  find(): FootNotesFound {
    for (const column of this.evidence.columns) {
      const page = column[0]?.page
      if (page === undefined) continue
      const zone = zoneOf(column, this.evidence.body, this.markersAround(page), this.isOpen(page))
      if (zone) this.take(zone, page)
    }
    return { notes: this.notes, lines: this.lines }
  }

  private markersAround(page: number): MarkersOfPage {
    const own = this.unanswered(page)
    const before = this.unanswered(page - 1)
    return {
      has: (label) => [...own, ...before].some((marker) => marker.label === label && !isBracketed(marker)),
      hasAbove: (label, line) =>
        own.some((marker) => marker.raised && marker.label === label && isAbove(marker.line, line)),
      isMarker: (line) => own.some((marker) => marker.leading && marker.line === line),
      isLinked: (line, near) =>
        (this.callers.get(line) ?? []).some((marker) => near === undefined || marker.line.page === page),
    }
  }

  private unanswered(page: number): PdfMarker[] {
    return (this.evidence.markers.get(page) ?? []).filter((marker) => !this.answered.has(marker))
  }

  /** The newest note breaks off at the end of the page before or of a column of this page. */
  private isOpen(page: number): boolean {
    const last = this.notes.at(-1)?.lines.at(-1)
    if (last === undefined || page - last.page > 1 || this.endsShort(last)) return false
    return !/[.!?][)\]”"’']{0,2}$/.test(last.text)
  }

  /** A line that leaves much of its column empty ends its note. */
  private endsShort({ x, right, column }: Line): boolean {
    const [left, end] = this.margins.get(column) ?? [x, right]
    return right - x < SHORT * (end - left)
  }

  private take(zone: NoteZone, page: number): void {
    let note = this.notes.at(-1)
    for (const line of zone.lines) {
      const opening = zone.starts.get(line)
      if (opening) note = this.open(line, opening, page)
      else note?.lines.push(line)
      this.lines.add(line)
    }
  }

  private open(start: Line, { label, bodyStart }: NoteOpening, page: number): FootNote {
    const markers = this.markersFor(start, label, page)
    for (const marker of markers) this.answered.add(marker)
    const key = `page ${page} note ${this.notes.length + 1}`
    const note = { key, label, page, start, bodyStart, lines: [start], markers: [...markers] }
    this.notes.push(note)
    return note
  }

  /** The markers that a link leads here from; else those of the page with the label; else one of the page before. */
  private markersFor(start: Line, label: string, page: number): readonly PdfMarker[] {
    const linked = this.callers.get(start)?.filter((marker) => !this.answered.has(marker)) ?? []
    if (linked.length > 0) return linked
    const isFree = (marker: PdfMarker): boolean =>
      marker.label === label && !isBracketed(marker) && !this.evidence.linked.has(marker)
    const own = this.unanswered(page).filter(
      (marker) => isFree(marker) && !this.lines.has(marker.line) && !isBelow(marker.line, start),
    )
    return own.length > 0
      ? own
      : this.unanswered(page - 1)
          .filter(isFree)
          .slice(-1)
  }
}

/** Columns are read one after the other: a marker of another column stands in another part of the page. */
const isAbove = (marker: Line, line: Line): boolean =>
  marker.column < line.column || (marker.column === line.column && marker.base < line.base - 1)

const isBelow = (marker: Line, line: Line): boolean =>
  marker.column === line.column && marker.base >= line.base

/** Brackets call notes by links only; what else they mean is for those who look at the whole text. */
const isBracketed = ({ raised, line, start }: PdfMarker): boolean => !raised && line.text[start] === '['
