import { fold } from '../../reading/office/fold.ts'
import { referenceAt } from '../../reading/office/xml-entities.ts'

/** Where each code unit of some words begins and ends in the raw XML that they come from. */
export interface RawPlaces {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Follows the raw content of a text node through what reading does with it: references are resolved, white space is folded,
 * the space around it is left out. Null when these are not the words that come out.
 */
export function rawPlaces(raw: string, words: string): RawPlaces | null {
  const starts: number[] = []
  const ends: number[] = []
  let read = ''
  for (let at = 0; at < raw.length;) {
    const { text, end } =
      raw.charAt(at) === '&' ? referenceAt(raw, at) : { text: raw.charAt(at), end: at + 1 }
    const shown = fold(text)
    if (shown !== ' ' || (read !== '' && !read.endsWith(' '))) {
      for (const unit of shown.split('')) {
        read += unit
        starts.push(at)
        ends.push(end)
      }
    }
    at = end
  }
  return read.trimEnd() === words ? { starts, ends } : null
}
