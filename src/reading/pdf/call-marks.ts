import type { FlowMark, FlowWarning } from '../flow.ts'
import { numberOf } from './labels.ts'
import type { Line } from './line.ts'
import type { PdfMarker } from './markers.ts'

export interface CallMarks {
  /** The marks of lines in which a marker was decided, in place of their own. */
  readonly ofLine: ReadonlyMap<Line, readonly FlowMark[]>
  readonly warnings: readonly FlowWarning[]
}

/** A marker becomes a call, or words of the text, or stays raised for those who look at the whole text. */
type Decision = FlowMark | 'text' | 'raised'

/**
 * Marks for the markers of the text, in order. `keys`: by answered marker the key of its note. A raised number without a
 * note calls a missing one where it carries on the count; where notes of the pages already use its label it is left as
 * text with a warning, since what it means is unsure.
 */
export function callMarks(markers: readonly PdfMarker[], keys: ReadonlyMap<PdfMarker, string>): CallMarks {
  const used = new Set([...keys.keys()].map(({ label }) => label))
  const byLine = new Map<Line, { marker: PdfMarker; decision: Decision }[]>()
  markers.forEach((marker, i) => {
    const decision = decide(marker, keys.get(marker), carriesOn(markers, i, keys), used)
    if (decision === 'raised') return
    const ofLine = byLine.get(marker.line)
    if (ofLine) ofLine.push({ marker, decision })
    else byLine.set(marker.line, [{ marker, decision }])
  })
  const texts = [...byLine.values()]
    .flat()
    .filter(({ marker, decision }) => decision === 'text' && marker.raised)
  return {
    ofLine: new Map([...byLine].map(([line, decided]) => [line, marksOf(line, decided)])),
    warnings: unsureWarnings(texts.map(({ marker }) => marker)),
  }
}

function decide(
  { label, start, end, raised }: PdfMarker,
  key: string | undefined,
  carries: boolean,
  used: ReadonlySet<string>,
): Decision {
  if (key !== undefined) return { kind: 'call', key, label, start, end }
  if (!raised) return 'text'
  if (carries) return { kind: 'call', key: `missing ${label}`, label, start, end }
  return used.has(label) ? 'text' : 'raised'
}

/** Whether the marker before or behind has a note with the number next to this one's. */
function carriesOn(markers: readonly PdfMarker[], at: number, keys: ReadonlyMap<PdfMarker, string>): boolean {
  const own = numberOf(markers[at]?.label ?? '')
  if (own === null) return false
  const noted = (near: PdfMarker | undefined): number | null =>
    near && keys.has(near) ? numberOf(near.label) : null
  return noted(markers[at - 1]) === own - 1 || noted(markers[at + 1]) === own + 1
}

function marksOf(
  line: Line,
  decided: readonly { readonly marker: PdfMarker; readonly decision: Decision }[],
): FlowMark[] {
  const kept = line.marks.filter(
    (mark) =>
      mark.kind !== 'raised' ||
      !decided.some(({ marker }) => marker.start < mark.end && mark.start < marker.end),
  )
  const calls = decided.flatMap(({ decision }) => (typeof decision === 'string' ? [] : [decision]))
  return [...kept, ...calls].sort((a, b) => a.start - b.start || b.end - a.end)
}

function unsureWarnings(markers: readonly PdfMarker[]): FlowWarning[] {
  const byPage = new Map<number, string[]>()
  for (const { line, label } of markers)
    byPage.set(line.page, [...(byPage.get(line.page) ?? []), `“${label}”`])
  return [...byPage].map(([page, labels]) => ({
    rule: 'marker-unsure',
    message: `Raised ${labels.join(', ')} on page ${page} stayed in the text: no note fits.`,
  }))
}
