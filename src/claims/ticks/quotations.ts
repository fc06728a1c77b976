import { quotesIn } from '../../text/sentences-enclosures.ts'
import type { Span } from '../../text/span.ts'
import type { TickContext } from './context.ts'
import { firstEndingAfter } from './tokens.ts'

/**
 * What is quoted within `span`, without the marks: one stretch for each paragraph. A marker divides a stretch. With a context
 * the draft's own quotations are cut to the span, so that one which began sentences ago is seen.
 */
export function quotationsWithin(text: string, span: Span, context: TickContext): Span[] {
  const quoted = context.quoted === null ? quotesOfParagraphs(text, span) : cut(context.quoted, span)
  return quoted
    .flatMap((stretch) => withoutMarkers(text, stretch, context.markers))
    .map((stretch) => trimmed(text, stretch))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

function cut(spans: readonly Span[], { start, end }: Span): Span[] {
  const found: Span[] = []
  for (let i = firstEndingAfter(spans, start); i < spans.length; i++) {
    const one = spans[i]
    if (one === undefined || one.start >= end) break
    found.push({ start: Math.max(start, one.start), end: Math.min(end, one.end) })
  }
  return found
}

function quotesOfParagraphs(text: string, { start, end }: Span): Span[] {
  let at = start
  return text
    .slice(start, end)
    .split('\n\n')
    .flatMap((words) => {
      const from = at
      at += words.length + 2
      const { closed, unclosed } = quotesIn(words)
      const inside = closed.map((quote) => ({ start: from + quote.start + 1, end: from + quote.end - 1 }))
      return unclosed === null
        ? inside
        : [...inside, { start: from + unclosed.start + 1, end: from + words.length }]
    })
}

const MARKER = /\[(?:\d{1,4}[a-z]?|[*†‡§¶]{1,3})\]/g

function withoutMarkers(text: string, stretch: Span, markers: readonly Span[]): Span[] {
  const shaped = [...text.slice(stretch.start, stretch.end).matchAll(MARKER)].map(({ 0: label, index }) => ({
    start: stretch.start + index,
    end: stretch.start + index + label.length,
  }))
  const known = cut(markers, stretch)
  let at = stretch.start
  const parts: Span[] = []
  for (const marker of [...shaped, ...known].sort((a, b) => a.start - b.start)) {
    if (marker.start > at) parts.push({ start: at, end: marker.start })
    at = Math.max(at, marker.end)
  }
  return at < stretch.end ? [...parts, { start: at, end: stretch.end }] : parts
}

/** Without space at the ends, nor a comma before the closing mark, nor a comma before the closing mark, nor the marks that a block quotation keeps within it. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + (/^[\s"“”„«»]{0,9}/.exec(words)?.[0].length ?? 0)
  let to = end
  while (to > from && /[\s"“”„«»,]/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
