import type { FlowWarning } from '../flow.ts'
import type { Line } from './line.ts'
import type { PdfMarker } from './markers.ts'

/**
 * Warns of lines that a raised label opens as it opens a note, where the file has no marker for it: its marker was lost.
 * `possible`: all places that look like markers; `markers`: those that count as one; `notes`: lines of notes.
 */
export function uncalledOpenings(
  possible: readonly PdfMarker[],
  markers: readonly PdfMarker[],
  notes: ReadonlySet<Line>,
): FlowWarning[] {
  const calling = new Set(markers)
  const called = new Set(markers.map(({ label }) => label))
  return possible
    .filter(
      (marker) =>
        marker.leading &&
        marker.raised &&
        !calling.has(marker) &&
        !called.has(marker.label) &&
        !notes.has(marker.line),
    )
    .map(({ label, line }) => ({
      rule: 'marker-unsure',
      message: `“${label}” opens a line on page ${line.page} as it opens a note, but no marker was found for it: it stays in the text.`,
    }))
}
