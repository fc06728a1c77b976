import { isOnRow } from './link-marks.ts'
import { openingOf } from './labels.ts'
import type { Line } from './line.ts'
import type { PdfMarker } from './markers.ts'
import type { PageLink, PdfPage } from './piece.ts'
import { moved } from './turn.ts'

/** How far from the place that a link names its note may begin, in sizes of the note's type: browsers name one above it. */
const FARTHEST = 4

/**
 * By marker, the line on which its note begins, where the file has a link from the one to the other and that line opens
 * with the marker's label.
 */
export function linkedNoteLines(
  markers: readonly PdfMarker[],
  lines: readonly Line[],
  pages: readonly PdfPage[],
): Map<PdfMarker, Line> {
  const byNumber = new Map(pages.map((page) => [page.number, page]))
  const openings = new Map<number, Line[]>()
  for (const line of lines) {
    if (openingOf(line) === null) continue
    const ofPage = openings.get(line.page)
    if (ofPage) ofPage.push(line)
    else openings.set(line.page, [line])
  }
  const found = new Map<PdfMarker, Line>()
  for (const marker of markers) {
    const to = linkUnder(marker, byNumber.get(marker.line.page))?.to
    const target = to && byNumber.get(to.page)
    if (!target) continue
    const [, top] = moved(target.turned, to.x, to.y)
    const line = nearestWith(marker.label, top, openings.get(to.page) ?? [])
    if (line && line !== marker.line && !(marker.leading && isBefore(line, marker.line)))
      found.set(marker, line)
  }
  return found
}

/** The link within the file that lies over a marker. */
function linkUnder({ line, start, end }: PdfMarker, page: PdfPage | undefined): PageLink | undefined {
  const span = line.spans.find((known) => known.end > start)
  if (!page || !span) return undefined
  const sign = span.piece
  const perLetter = (sign.right - sign.x) / Math.max(1, span.end - span.start)
  const middle = sign.x + perLetter * ((start + Math.min(end, span.end)) / 2 - span.start)
  return page.links.find(
    (link) =>
      link.to !== undefined && isOnRow(link, sign) && link.x - 1 <= middle && link.right + 1 >= middle,
  )
}

/** A leading label whose link leads up the text is a note's own. */
const isBefore = (a: Line, b: Line): boolean =>
  a.column < b.column || (a.column === b.column && a.base < b.base)

function nearestWith(label: string, top: number, lines: readonly Line[]): Line | null {
  let best: { line: Line; distance: number } | null = null
  for (const line of lines) {
    if (openingOf(line)?.label !== label) continue
    const distance = Math.abs(line.base - 0.8 * line.size - top)
    if (distance <= FARTHEST * line.size && distance < (best?.distance ?? Infinity)) best = { line, distance }
  }
  return best?.line ?? null
}
