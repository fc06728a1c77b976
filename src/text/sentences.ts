import type { Span } from './span.ts'
import { isBlank, skipSpace } from './sentences-characters.ts'
import { judgeTerminator, nextTerminator, type Place } from './sentences-boundary.ts'
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
  const sentences: Span[] = []
  for (const stretch of stretchesOf(block))
    divideStretch(block, stretch, markerEnd, { sentences, offset: start })
  return sentences
}

/** Where sentences are gathered, and what their places in the block lack to their places in the whole text. */
interface Gathering {
  readonly sentences: Span[]
  readonly offset: number
}

function divideStretch(
  block: string,
  stretch: Span,
  markerEnd: MarkerEnd,
  { sentences, offset }: Gathering,
): void {
  const { start, end } = stretch
  if (start === 0) {
    divide(block.slice(0, end), markerEnd, { sentences, offset })
    return
  }
  const shifted: MarkerEnd = (at) => {
    const past = markerEnd(at + start)
    return past < 0 ? -1 : past - start
  }
  divide(block.slice(start, end), shifted, { sentences, offset: offset + start })
}

/** Walks terminators and enclosures in order of position, and cuts where a sentence is judged to end. */
function divide(text: string, markerEnd: MarkerEnd, { sentences, offset }: Gathering): void {
  let start = skipSpace(text, 0)
  forEachStop(text, enclosuresIn(text), (stop) => {
    const place: Place = { text, start, markerEnd }
    const { end, past } = typeof stop === 'number' ? judgeTerminator(place, stop) : judgeGuard(place, stop)
    if (end !== null) {
      sentences.push({ start: start + offset, end: end + offset })
      start = skipSpace(text, end)
    }
    return past
  })
  const end = trimmedEnd(text)
  if (end > start) sentences.push({ start: start + offset, end: end + offset })
}

/** Calls `judge` for each terminator outside enclosures and for each enclosure; it answers where to go on. */
function forEachStop(
  text: string,
  guards: readonly Enclosure[],
  judge: (stop: number | Enclosure) => number,
): void {
  let stop = nextTerminator(text, 0)
  let index = 0
  let reached = 0
  while (stop < text.length || index < guards.length) {
    const guard = guards[index]
    if (!guard || guard.start > stop) reached = Math.max(judge(stop), stop + 1)
    else if (++index && guard.start >= reached) reached = judge(guard)
    if (stop < reached) stop = nextTerminator(text, reached)
  }
}

function trimmedEnd(text: string): number {
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

const noMarkers: MarkerEnd = () => -1

function knownMarkers(markers: readonly Span[], offset: number): MarkerEnd {
  if (markers.length === 0) return noMarkers
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
