import type { Span } from '../../text/span.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { textPieces } from '../../claims/text-in-html/text-pieces.ts'

/** A stretch of a quote that is explained: `href` leads to the explanation, `title` says it on hover and focus. */
export interface QuoteMark extends Span {
  readonly className: 'cue' | 'booster' | 'said-by'
  readonly href: string
  readonly title: string
}

/**
 * A claim's words as HTML with their cues marked. `quote` starts at `offset` of the draft's text, into which the marks'
 * spans point; marks outside it are left out. Without its tags it is the quote, character by character.
 */
export function markedQuote(quote: string, offset: number, marks: readonly QuoteMark[]): string {
  const placed = marks.map((mark) => ({ start: mark.start - offset, end: mark.end - offset }))
  const pieces = textPieces(quote.length, placed, [])
  return pieces.map(({ start, end, claim }) => wrapped(quote.slice(start, end), marks[claim ?? -1])).join('')
}

function wrapped(words: string, mark: QuoteMark | undefined): string {
  if (mark === undefined) return escapeHtml(words)
  const { className, href, title } = mark
  return `<a class="${className} tip" href="${escapeHtml(href)}" title="${escapeHtml(title)}">${escapeHtml(words)}</a>`
}
