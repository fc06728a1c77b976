import type { Span } from '../../text/span.ts'

/** Code units of text on either side that a place is known by. */
const CONTEXT = 60

/**
 * Where words of one text stand in another reading of the same file: at the same place when the texts are the same, else where
 * the words stand with what is around them, or alone, exactly once. Null is better than a guess.
 */
export function locate(span: Span, from: string, to: string): Span | null {
  if (from === to) return span
  const { start, end } = span
  const before = from.slice(Math.max(0, start - CONTEXT), start)
  const words = from.slice(start, end)
  const inContext = onlyPlace(to, before + words + from.slice(end, end + CONTEXT))
  const at = inContext === null ? onlyPlace(to, words) : inContext + before.length
  return at === null ? null : { start: at, end: at + words.length }
}

/** Where `words` stand in `text`, null when nowhere or more than once. */
function onlyPlace(text: string, words: string): number | null {
  const at = text.indexOf(words)
  return words === '' || at < 0 || text.includes(words, at + 1) ? null : at
}
