import type { Span } from '../../text/span.ts'
import type { Block, ReadClaim } from '../document.ts'
import { findSentences } from '../claims/find-sentences.ts'
import { makeClaim } from '../claims/make-claim.ts'
import { readsCues } from '../language/cues-by-language.ts'
import { quotationsIn } from '../quotations.ts'
import type { Layer } from './layer.ts'
import { laidOut } from './laid-out.ts'

/**
 * The claim that a person makes of a stretch of the text: its sentences with their markers, and how they sound. In `notes`,
 * `marker` and `note` are the indexes of the layer. Null where no sentence of the body stands there.
 */
export function claimAt(layer: Layer, stretch: Span): ReadClaim | null {
  const blocks = sectionAround(layer.blocks, stretch)
  const laid = laidOut(layer, blocks)
  const held = findSentences(laid).filter(({ start, end }) => start < stretch.end && end > stretch.start)
  if (held.length === 0) return null
  const { quoted } = quotationsIn(laid.text, blocks)
  const context = { quoted, cues: readsCues(layer.language) }
  return withLayerIndexes(layer, makeClaim(laid, held, 'claim', context))
}

/** A claim whose markers are named by their index in the layer instead of their place in the list. */
export const withLayerIndexes = ({ text, markers }: Layer, claim: ReadClaim): ReadClaim => ({
  ...claim,
  quote: text.slice(claim.start, claim.end),
  notes: claim.notes.map((note) => ({ ...note, marker: markers[note.marker]?.index ?? note.marker })),
})

/** The blocks between the heading at or before a stretch and the one after it: no quotation reaches over a heading. */
export function sectionAround(blocks: readonly Block[], { start, end }: Span): readonly Block[] {
  const from = blocks.findLastIndex((block) => block.kind === 'heading' && block.start <= start)
  const past = blocks.findIndex((block) => block.kind === 'heading' && block.start >= end)
  return blocks.slice(Math.max(0, from), past < 0 ? blocks.length : past)
}
