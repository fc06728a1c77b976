import type { Span } from '../../text/span.ts'
import { claimOn, markersOn } from '../corrections/claim-on.ts'
import type { Layer } from '../corrections/layer.ts'
import type { ReadClaim, ReadDocument } from '../document.ts'
import { trimmedEnd } from './passages.ts'

/** Makes claims on stretches of a document that its reading took for parts of other claims, or for none. */
export class ClaimMaker {
  private readonly layer: Layer

  constructor({ text, language, blocks, notes, markers }: ReadDocument) {
    this.layer = { text, language, blocks, notes: withIndexes(notes), markers: withIndexes(markers) }
  }

  /** With the markers in the stretch and right behind it; those that end it are none of its words. */
  on(stretch: Span): ReadClaim {
    const held = markersOn(this.layer, stretch)
    const claim = claimOn(this.layer, this.wordsOf(stretch), held)
    const page = this.layer.blocks.findLast(
      (block) => block.start <= claim.start && block.page !== undefined,
    )?.page
    return page === undefined ? claim : { ...claim, page }
  }

  private wordsOf({ start, end }: Span): Span {
    const { text } = this.layer
    let past = end
    for (const marker of markersOn(this.layer, { start, end }).toReversed())
      if (marker.end === past && marker.start > start) past = trimmedEnd(text, start, marker.start)
    return { start, end: past }
  }
}

const withIndexes = <T extends object>(items: readonly T[]): (T & { readonly index: number })[] =>
  items.map((item, index) => ({ ...item, index }))
