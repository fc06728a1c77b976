import { wordingOf } from '../../text/similarity-wording.ts'
import type { Span } from '../../text/span.ts'
import type { Marked } from './passages.ts'

/**
 * Whether two stretches say the same once the markers of one are read as bare labels ("founded.[3] It" and "founded.3 It"):
 * the call still stands, but its reading found no note for it. A label after a digit is never read so: it would make a
 * number of another.
 */
export const bareLabels = (old: Marked, oldSpan: Span, next: Marked, newSpan: Span): boolean =>
  isBareIn(old, oldSpan, next.wordsOf(newSpan)) || isBareIn(next, newSpan, old.wordsOf(oldSpan))

function isBareIn(marked: Marked, span: Span, words: string): boolean {
  const markers = marked.within(span)
  if (markers.length === 0) return false
  const bare = marked.wordsOf(span, ({ label }) => `\u2063${label}`)
  if (/\p{N}[^\p{L}\s]*\u2063/u.test(bare)) return false
  return wordingOf(bare.replaceAll('\u2063', '')) === wordingOf(words)
}
