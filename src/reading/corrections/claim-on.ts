import type { Span } from '../../text/span.ts'
import { sectionAround } from './claim-at.ts'
import { skipBlanks, standSideBySide } from '../claims/make-claim.ts'
import { assess, unassessed } from '../confidence/assess.ts'
import type { ClaimNote, ReadClaim } from '../document.ts'
import { readsCues } from '../language/cues-by-language.ts'
import { quotationsIn } from '../quotations.ts'
import { laidOut } from './laid-out.ts'
import type { Layer, LayerMarker } from './layer.ts'

/**
 * The claim that a person makes of exactly these words, with the markers that they say it leans on, wherever those stand. What
 * reading says of the words is how they sound. In `notes`, `marker` and `note` are the indexes of the layer.
 */
export function claimOn(layer: Layer, span: Span, markers: readonly LayerMarker[]): ReadClaim {
  const blocks = sectionAround(layer.blocks, span)
  const laid = laidOut(layer, blocks)
  const { start, end } = span
  const notes = notesOn(layer, span, markers)
  const { quoted } = quotationsIn(laid.text, blocks)
  const context = { quoted, markers: laid.markers, kind: 'claim', notes: notes.length } as const
  const sounds = readsCues(layer.language) ? assess(laid.text, span, context) : unassessed('claim')
  return { start, end, quote: layer.text.slice(start, end), notes, ...sounds }
}

/** The markers that stand in a stretch of words or directly behind it, with nothing between but signs. */
export function markersOn({ text, markers }: Layer, { start, end }: Span): LayerMarker[] {
  let reach = end
  return markers.filter((marker) => {
    if (marker.start < start) return false
    if (marker.start < end) return true
    if (marker.start - reach > MOST_SIGNS || !onlySigns(text.slice(reach, marker.start))) return false
    reach = marker.end
    return true
  })
}

/** Code units between words and a marker at most: a full stop, quotation marks, a space. */
const MOST_SIGNS = 8
const onlySigns = (between: string): boolean => !between.includes('\n\n') && !/[\p{L}\p{N}]/u.test(between)

/**
 * A marker on the words vouches for those from the previous marker up to itself, as in a reading; one that stands elsewhere
 * vouches for all of them.
 */
function notesOn(layer: Layer, span: Span, held: readonly LayerMarker[]): ClaimNote[] {
  const near = new Set(markersOn(layer, span).map(({ index }) => index))
  let from = span.start
  let last: LayerMarker | undefined
  return held
    .toSorted((a, b) => a.start - b.start)
    .map((marker) => {
      const { index, note } = marker
      if (!near.has(index)) return { marker: index, note, scope: { start: span.start, end: span.end } }
      if (last !== undefined && !standSideBySide(layer.text, last, marker)) from = last.end
      last = marker
      const start = Math.min(skipBlanks(layer.text, from), marker.start)
      return { marker: index, note, scope: { start, end: marker.start } }
    })
}
