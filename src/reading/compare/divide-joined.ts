import type { Span } from '../../text/span.ts'
import { type Marked, trimmedEnd } from './passages.ts'
import { pairTokens, type Token, tokensOf } from './tokens.ts'

/** A part of a sentence. `midSentence`: what stands before it does not end as a sentence does. */
export interface JoinedPart {
  readonly span: Span
  readonly midSentence: boolean
}

const OPENING = /["“„‘'([«*_]/
const CLOSING = /^[.,;:!?…)\]”’»]$/
const ENDED = /(?:[.!?…:]|[.!?…,;]["”’')\]]?\d{0,3})["”’')\]*_]*$/

/**
 * Divides a sentence that several old ones were joined into: each part starts at its first word that the old sentence
 * has, or earlier, where the part before it has ended. What was put between two parts goes with the later one, a marker
 * with the earlier one. `parts`: the old sentences, each marker as its bare label, set apart: a new text may write it so.
 */
export function divideJoined(marked: Marked, sentence: Span, parts: readonly string[]): JoinedPart[] {
  const { text } = marked
  const words = wordsWithoutMarkers(marked, sentence)
  const cuts = cutsOf(words, parts).map((cut) => openedFrom(text, sentence.start + cut))
  const starts = [sentence.start, ...cuts]
  return starts.map((start, index) => ({
    span: { start, end: trimmedEnd(text, start, starts[index + 1] ?? sentence.end) },
    midSentence: index > 0 && !ENDED.test(text.slice(Math.max(sentence.start, start - 8), start).trimEnd()),
  }))
}

function wordsWithoutMarkers(marked: Marked, sentence: Span): Token[] {
  const markers = marked.within(sentence)
  const holds = ({ start }: Token): boolean =>
    markers.some((marker) => marker.start <= sentence.start + start && sentence.start + start < marker.end)
  const words = tokensOf(marked.text.slice(sentence.start, sentence.end))
  return markers.length === 0 ? words : words.filter((word) => !holds(word))
}

/** Where each part but the first begins, as offsets into the sentence, ascending. */
function cutsOf(words: readonly Token[], parts: readonly string[]): number[] {
  const owned = parts.map(tokensOf)
  const owner = owned.flatMap((tokens, part) => tokens.map(() => part))
  const ownerAt = new Map(
    pairTokens(owned.flat(), words).map(({ old, new: next }) => [next, owner[old] ?? 0]),
  )
  const startOf = (index: number): number => words[index]?.start ?? words.at(-1)?.end ?? 0
  const cuts: number[] = []
  let after = 0
  words.forEach((_, index) => {
    const part = ownerAt.get(index)
    if (part === undefined) return
    while (cuts.length < part) cuts.push(startOf(after))
    after = index + 1
    while (CLOSING.test(words[after]?.text ?? '')) after++
  })
  while (cuts.length < parts.length - 1) cuts.push(startOf(after))
  return cuts
}

/** The place with the quotation marks and brackets that open right before it. */
function openedFrom(text: string, at: number): number {
  let start = at
  while (start > 0 && OPENING.test(text.charAt(start - 1))) start--
  return start
}
