import type { Span } from '../../text/span.ts'
import { firstIndex } from '../../text/first-index.ts'
import { makeClaim, type ClaimContext } from '../claims/make-claim.ts'
import type { ReadClaim, ReadDocument } from '../document.ts'
import { readsCues } from '../language/cues-by-language.ts'
import { quotationsIn } from '../quotations.ts'

/** Makes claims on stretches of a document that its reading took for parts of other claims, or for none. */
export class ClaimMaker {
  private context: ClaimContext | null = null

  constructor(private readonly document: ReadDocument) {}

  on(span: Span): ReadClaim {
    const { text, blocks, markers, language } = this.document
    this.context ??= { quoted: quotationsIn(text, blocks).quoted, cues: readsCues(language) }
    const index = Math.max(
      0,
      blocks.findLastIndex(({ start }) => start <= span.start),
    )
    const block = blocks[index] ?? { kind: 'paragraph' as const, ...span }
    const held = this.markersOf(span)
    const stretch = { start: span.start, end: held.end, block, part: 'prose' as const, markers: held.indexes }
    const claim = makeClaim(
      { text, blocks, notes: this.document.notes, markers },
      [stretch],
      'claim',
      this.context,
    )
    const page = blocks.slice(0, index + 1).findLast((one) => one.page !== undefined)?.page
    return page === undefined ? claim : { ...claim, page }
  }

  /** The markers in a stretch and right behind it, and where they end. */
  private markersOf({ start, end }: Span): { readonly indexes: readonly number[]; readonly end: number } {
    const { markers, text } = this.document
    const indexes: number[] = []
    let past = end
    for (let at = firstIndex(markers, (marker) => marker.start >= start); at < markers.length; at++) {
      const marker = markers[at]
      if (marker === undefined || !(marker.start < end || isTight(text.slice(past, marker.start)))) break
      indexes.push(at)
      past = Math.max(past, marker.end)
    }
    return { indexes, end: past }
  }
}

/** Nothing but a stop stands between the words and their marker. */
const isTight = (between: string): boolean => between.length < 4 && /^[\s.,;:]*$/.test(between)
