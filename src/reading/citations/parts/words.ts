import type { Span } from '../../../text/span.ts'
import { matchesOf } from '../matches.ts'

/** A word of a reference with the punctuation that touches it. */
export interface Word extends Span {
  readonly text: string
}

/** The words of `text` between white space, in order. Spans are UTF-16 code units into `text`. */
export function wordsOf(text: string): Word[] {
  return matchesOf(/\S+/g, text).map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
