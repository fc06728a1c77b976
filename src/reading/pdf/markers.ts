import { isExponent } from '../notes/label-calls.ts'
import { labelsIn, type LabelPlace } from './labels.ts'
import type { Line } from './line.ts'

/** A place in a line that looks like the call of a note. */
export interface PdfMarker extends LabelPlace {
  readonly line: Line
  /** Its place among all lines of the file. */
  readonly at: number
  /** Signs such as † stand out without being raised. */
  readonly raised: boolean
  /** It stands at the start of its line. */
  readonly leading: boolean
}

/** A sign right behind a word, as it calls a note. */
const SIGN = /(?<=[\p{L}\p{N}.,;:!?)\]”"’'])(?:\*{1,4}|†{1,3}|‡{1,3}|[§¶‖])(?=$|[\s.,;:!?)\]”"’])/gu

/** The possible markers of a line. Raised labels at its start are `leading`: most of those open a note. */
export function markersOf(line: Line, at: number): PdfMarker[] {
  const { text, marks } = line
  const raised = marks.flatMap((mark) =>
    mark.kind === 'raised' && !isPower(text, mark.start, mark.end)
      ? labelsIn(text, mark.start, mark.end).map((place) => ({
          ...place,
          line,
          at,
          raised: true,
          leading: mark.start === 0,
        }))
      : [],
  )
  const signs = (/[*†‡§¶‖]/.test(text) ? [...text.matchAll(SIGN)] : [])
    .map((match) => ({
      label: match[0],
      start: match.index,
      end: match.index + match[0].length,
      line,
      at,
      raised: false,
      leading: false,
    }))
    .filter(
      ({ start, end }) =>
        !marks.some((mark) => mark.kind === 'raised' && mark.start < end && start < mark.end),
    )
  const bracketed = (text.includes('[') ? [...text.matchAll(/(?<=^|\S ?)\[(\d{1,4})\]/g)] : [])
    .filter(
      ({ index }) => !marks.some((mark) => mark.kind === 'raised' && mark.start <= index && index < mark.end),
    )
    .map((match) => ({
      label: match[1] ?? '',
      start: match.index,
      end: match.index + match[0].length,
      line,
      at,
      raised: false,
      leading: match.index === 0,
    }))
  return [...raised, ...signs, ...bracketed].sort((a, b) => a.start - b.start)
}

const isPower = (text: string, start: number, end: number): boolean =>
  isExponent(text.slice(Math.max(0, start - 4), start), text.slice(start, end))

/**
 * The markers without those that open a note: a leading label calls one only where another line of its page opens with
 * the same label further down, where it shares its place with a second label, or where a link leads from it to its note.
 */
export function withoutOpenings(
  markers: readonly PdfMarker[],
  linked: ReadonlyMap<PdfMarker, Line>,
): PdfMarker[] {
  const last = new Map<string, number>()
  const ofLine = new Map<Line, number>()
  for (const marker of markers) {
    if (!marker.leading || !marker.raised) continue
    last.set(`${marker.line.page} ${marker.label}`, marker.at)
    ofLine.set(marker.line, (ofLine.get(marker.line) ?? 0) + 1)
  }
  return markers.filter((marker) => {
    if (!marker.leading || linked.has(marker)) return true
    if (!marker.raised) return false
    return (
      (last.get(`${marker.line.page} ${marker.label}`) ?? marker.at) > marker.at ||
      (ofLine.get(marker.line) ?? 0) > 1
    )
  })
}
