import type { Span } from '../../text/span.ts'
import { escapeHtml } from '../../text/escape-html.ts'

/** A claim as it stands in the text. `classes`: its status, whether it is at hand, filtered out … `describedBy`: an element's id. */
export interface TextClaim extends Span {
  readonly number: number
  readonly classes: string
  readonly describedBy: string
  readonly atHand: boolean
}

/** `href`: where the note is, null when the note is missing. `title`: what the note says. */
export interface TextMarker extends Span {
  readonly href: string | null
  readonly title: string
}

/**
 * A stretch of a claim as a link. `words`: escaped. The first stretch carries the claim's id and takes part in the tab
 * order; where a marker or a new block interrupts the claim, the others are the same link again.
 */
export function claimElement(
  claim: TextClaim,
  words: string,
  place: { first: boolean; href: string },
): string {
  const { number, classes, describedBy, atHand } = claim
  const own = place.first
    ? ` first" id="c${number}" data-n="${number}" aria-describedby="${describedBy}"`
    : '" tabindex="-1"'
  const current = atHand ? ' aria-current="true"' : ''
  return `<a class="claim ${classes}${own}${current} href="${escapeHtml(place.href)}">${words}</a>`
}

/** A marker as a raised link to its note; where the note is missing it says so and leads nowhere. `words`: escaped. */
export function markerElement({ href, title }: TextMarker, words: string): string {
  const said = escapeHtml(title)
  if (href === null)
    return `<sup class="marker"><span role="note" class="tip missing" tabindex="0" title="${said}">${words}</span></sup>`
  return `<sup class="marker"><a class="tip" href="${escapeHtml(href)}" title="${said}">${words}</a></sup>`
}
