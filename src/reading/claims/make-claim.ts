import type { Span } from '../../text/span.ts'
import { assess, unassessed } from '../confidence/assess.ts'
import type { ClaimNote, Marker, ReadClaim, SentenceKind } from '../document.ts'
import type { LaidOut } from './laid-out.ts'
import type { Statement } from './statements.ts'

/** What is known of the whole document: its quotations, and whether cues are read in its language. */
export interface ClaimContext {
  readonly quoted: readonly Span[]
  readonly cues: boolean
}

/** Makes one claim of a statement: its words without the markers that end it, its notes with their scopes, how sure it sounds. */
export function makeClaim(
  laid: LaidOut,
  statement: Statement,
  kind: SentenceKind,
  { quoted, cues }: ClaimContext,
): ReadClaim {
  const held = markersOf(statement)
  const span = withoutFinalMarkers(laid, spanOf(statement), held)
  const { start, end } = span
  const notes = held.length === 0 ? [] : notesOf(laid, start, held)
  const context = { quoted, markers: laid.markers, kind, notes: notes.length }
  const { confidence, attribution, tests, checkworthy } = cues
    ? assess(laid.text, span, context)
    : unassessed(kind)
  const quote = laid.text.slice(start, end)
  return { start, end, quote, notes, confidence, attribution, tests, checkworthy }
}

/** The markers that a statement's sentences hold. */
function markersOf(statement: Statement): readonly number[] {
  const [first] = statement
  return statement.length === 1 && first !== undefined
    ? first.markers
    : statement.flatMap((sentence) => sentence.markers)
}

export function spanOf(statement: Statement): Span {
  return { start: statement[0]?.start ?? 0, end: statement.at(-1)?.end ?? 0 }
}

/** The span up to the markers that end it; the whole span where it holds nothing else. */
function withoutFinalMarkers({ text, markers }: LaidOut, span: Span, held: readonly number[]): Span {
  let end = span.end
  for (let last = held.length - 1; last >= 0; last--) {
    const marker = markers[held[last] ?? -1]
    if (marker?.end !== end) break
    end = trimmedEnd(text, marker.start)
  }
  return end > span.start ? { start: span.start, end } : span
}

function trimmedEnd(text: string, from: number): number {
  let end = from
  while (/\s/.test(text.charAt(end - 1))) end--
  return end
}

/**
 * A marker vouches for the words from the previous marker (or the claim's start) up to itself. Markers side by side
 * ("…[4][5]") vouch for the same words.
 */
function notesOf({ text, markers }: LaidOut, claimStart: number, held: readonly number[]): ClaimNote[] {
  let from = claimStart
  let last: Marker | undefined
  return held.flatMap((index) => {
    const marker = markers[index]
    if (!marker) return []
    if (last && !standSideBySide(text, last, marker)) from = last.end
    last = marker
    const start = Math.min(skipBlanks(text, from), marker.start)
    return [{ marker: index, note: marker.note, scope: { start, end: marker.start } }]
  })
}

export const standSideBySide = (text: string, a: Span, b: Span): boolean =>
  b.start - a.end < 4 && /^[\s,;–-]*$/.test(text.slice(a.end, b.start))

export function skipBlanks(text: string, from: number): number {
  let at = from
  while (/\s/.test(text.charAt(at))) at++
  return at
}
