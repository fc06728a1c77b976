import { findWords } from '../claims/find-words.ts'
import { Invalid } from '../errors.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import type { Span } from '../text/span.ts'

/**
 * Words of a draft as somebody names them: by their place, or as they stand in the text. `words` beside a place: what they saw
 * there. `block`: where the block begins that the words stand in.
 */
export type WordsSought =
  | { readonly start: number; readonly end: number; readonly words?: string | undefined }
  | { readonly words: string; readonly block?: number | undefined }

/** The words stand at several places, in order: which one is meant has to be said. */
export class SeveralPlaces extends Invalid {
  readonly places: readonly Span[]

  constructor(places: readonly Span[]) {
    super(
      `These words stand in the text ${places.length} times: say which place is meant, or add the words that follow.`,
    )
    this.places = places
  }
}

/**
 * Where the words stand.
 * @throws Invalid nowhere, or no longer at their place · SeveralPlaces
 */
export function wordsSought(layer: Layer, sought: WordsSought): Span {
  if ('start' in sought) return placeSeen(layer, sought)
  const body = layer.blocks.filter(
    ({ kind, start }) => kind !== 'note' && (sought.block === undefined || start === sought.block),
  )
  const places = findWords(layer.text, body, sought.words)
  const [only] = places
  if (only === undefined)
    throw new Invalid(
      'These words do not stand in the body of the text: copy them exactly as they are there.',
    )
  if (places.length > 1) throw new SeveralPlaces(places)
  return only
}

function placeSeen(
  { text, blocks }: Layer,
  {
    start,
    end,
    words,
  }: { readonly start: number; readonly end: number; readonly words?: string | undefined },
): Span {
  const inBody = blocks.some((block) => block.kind !== 'note' && block.start <= start && end <= block.end)
  if (start >= end || !inBody) throw new Invalid('Choose words within one paragraph of the body of the text.')
  if (words !== undefined && text.slice(start, end) !== words)
    throw new Invalid('Other words stand at this place: choose them again.')
  return { start, end }
}

/** The second half of a sign of two code units. */
const LOW = /[\uDC00-\uDFFF]/
const SIGN = /[\p{L}\p{M}\p{N}]/u

/**
 * The whole words of a stretch, without spaces and markers at its ends.
 * @throws Invalid no word is left
 */
export function wholeWords({ text, markers }: Layer, span: Span): Span {
  let start = span.start - (LOW.test(text.charAt(span.start)) ? 1 : 0)
  let end = span.end + (LOW.test(text.charAt(span.end)) ? 1 : 0)
  while (start > 0 && SIGN.test(text.charAt(start)) && SIGN.test(text.charAt(start - 1))) start--
  while (end < text.length && SIGN.test(text.charAt(end)) && SIGN.test(text.charAt(end - 1))) end++
  for (let moved = true; moved;) {
    const [from, to] = [start, end]
    while (start < end && /\s/.test(text.charAt(start))) start++
    while (end > start && /\s/.test(text.charAt(end - 1))) end--
    start = markers.find((marker) => marker.start <= start && start < marker.end)?.end ?? start
    end = markers.find((marker) => marker.start < end && end <= marker.end)?.start ?? end
    moved = start < end && (start !== from || end !== to)
  }
  if (start >= end || !SIGN.test(text.slice(start, end)))
    throw new Invalid('Choose at least one word of the body of the text.')
  return { start, end }
}
