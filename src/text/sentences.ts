import type { Span } from './span.ts'
import { isBlank, skipSpace } from './sentences-characters.ts'
import { judgeTerminator, terminators, type Place, type Verdict } from './sentences-boundary.ts'
import { enclosuresIn, type Enclosure } from './sentences-enclosures.ts'
import { judgeGuard } from './sentences-guards.ts'
import type { MarkerEnd } from './sentences-runs.ts'
import { stretchesOf } from './sentences-stretches.ts'

/**
 * The sentences of one block of text, in order, without the white space around them: together they hold every
 * other character. A sentence includes the closing marks and the markers that end it. A closed quotation or
 * bracket is never divided.
 *
 * `within`: the block's span, the whole text by default; sentences are spans into `text`. `markers`: the `[label]`
 * spans in the block; when left out, numbers and note labels in square brackets count as markers.
 * Linear in the block's length. Hand it one block at a time, never a whole document.
 */
export function sentencesIn(text: string, within?: Span, markers?: readonly Span[]): Span[] {
  const { start, end } = within ?? { start: 0, end: text.length }
  const block = text.slice(start, end)
  const markerEnd = markers ? knownMarkers(markers, start) : writtenMarkers(block)
  return stretchesOf(block).flatMap((stretch) => sentencesOfStretch(block, stretch, markerEnd, start))
}

function sentencesOfStretch(block: string, stretch: Span, markerEnd: MarkerEnd, offset: number): Span[] {
  const text = block.slice(stretch.start, stretch.end)
  const shifted: MarkerEnd = (at) => {
    const end = markerEnd(at + stretch.start)
    return end < 0 ? -1 : end - stretch.start
  }
  return divide(text, shifted).map((span) => move(span, offset + stretch.start))
}

const move = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

/** Walks terminators and enclosures in order of position, and cuts where a sentence is judged to end. */
function divide(text: string, markerEnd: MarkerEnd): Span[] {
  const sentences: Span[] = []
  const guards = enclosuresIn(text)
  const scan = terminators()
  let start = skipSpace(text, 0)
  const cut = (verdict: Verdict): number => {
    if (verdict.end !== null) {
      sentences.push({ start, end: verdict.end })
      start = skipSpace(text, verdict.end)
    }
    return verdict.past
  }
  forEachStop(text, scan, guards, (stop) => {
    const place: Place = { text, start, markerEnd }
    return cut(typeof stop === 'number' ? judgeTerminator(place, stop) : judgeGuard(place, stop))
  })
  const end = trimmedEnd(text)
  if (end > start) sentences.push({ start, end })
  return sentences
}

/** Calls `judge` for each terminator outside enclosures and for each enclosure; it answers where to go on. */
function forEachStop(
  text: string,
  scan: RegExp,
  guards: readonly Enclosure[],
  judge: (stop: number | Enclosure) => number,
): void {
  const nextFrom = (at: number): number => {
    scan.lastIndex = at
    return scan.exec(text)?.index ?? text.length
  }
  let stop = nextFrom(0)
  let index = 0
  let reached = 0
  while (stop < text.length || index < guards.length) {
    const guard = guards[index]
    if (!guard || guard.start > stop) reached = Math.max(judge(stop), stop + 1)
    else if (++index && guard.start >= reached) reached = judge(guard)
    if (stop < reached) stop = nextFrom(reached)
  }
}

function trimmedEnd(text: string): number {
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

function knownMarkers(markers: readonly Span[], offset: number): MarkerEnd {
  const ends = new Map(markers.map((marker) => [marker.start - offset, marker.end - offset]))
  return (at) => ends.get(at) ?? -1
}

/** A marker as people write it: digits, a letter or two, a sign or a Markdown label in square brackets. */
const WRITTEN = String.raw`\[(?:\d{1,4}|\^[^\]\s]{1,40}|[a-zA-Z]{1,2}|[*†‡§]{1,3}|note \d{1,3})\]`

/** The markers that a text seems to hold, when nobody says where its notes are called. */
export const writtenMarkersIn = (text: string): Span[] =>
  [...text.matchAll(new RegExp(WRITTEN, 'g'))].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
  }))

function writtenMarkers(text: string): MarkerEnd {
  const marker = new RegExp(WRITTEN, 'y')
  return (at) => {
    if (text.charCodeAt(at) !== 91) return -1
    marker.lastIndex = at
    return marker.test(text) ? marker.lastIndex : -1
  }
}
