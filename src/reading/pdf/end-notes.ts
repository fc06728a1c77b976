import type { Line } from './line.ts'
import type { PdfMarker } from './markers.ts'

/** By the line on which a note of the text's end begins: the markers that links lead here from. */
export function linkedEndNotes(
  linked: ReadonlyMap<PdfMarker, Line>,
  footLines: ReadonlySet<Line>,
): Map<Line, PdfMarker[]> {
  const starts = new Map<Line, PdfMarker[]>()
  for (const [marker, line] of linked) {
    if (footLines.has(line)) continue
    const list = starts.get(line)
    if (list) list.push(marker)
    else starts.set(line, [marker])
  }
  return starts
}
