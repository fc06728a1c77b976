import { sentencesIn } from '../../text/sentences.ts'
import type { Span } from '../../text/span.ts'
import type { Block, Marker } from '../document.ts'
import { type BlockPart, type LaidOut, partOf } from './laid-out.ts'

/** A sentence of the body with the block it stands in and the markers it holds. */
export interface FoundSentence extends Span {
  readonly block: Block
  readonly part: BlockPart
  /** Indexes into the document's markers, in order. */
  readonly markers: readonly number[]
}

/** The sentences of every block but the notes, in order of their place. A heading is one sentence. */
export function findSentences(laid: LaidOut): FoundSentence[] {
  const found: FoundSentence[] = []
  let marker = 0
  laid.blocks.forEach((block, index) => {
    if (block.kind === 'note') return
    marker = firstFrom(laid.markers, marker, block.start)
    const past = firstFrom(laid.markers, marker, block.end)
    const part = partOf(block, index, laid)
    const markers = past > marker ? laid.markers.slice(marker, past) : NO_MARKERS
    let next = marker
    for (const { start, end } of divide(laid, block, part, markers)) {
      const first = next
      next = firstFrom(laid.markers, first, end)
      found.push({ start, end, block, part, markers: indexesBetween(first, next) })
    }
  })
  return found
}

const NO_MARKERS: readonly Marker[] = []
const NO_INDEXES: readonly number[] = []

const indexesBetween = (from: number, to: number): readonly number[] =>
  to === from ? NO_INDEXES : Array.from({ length: to - from }, (_, index) => from + index)

function firstFrom(markers: readonly Marker[], from: number, at: number): number {
  let index = from
  while (index < markers.length && (markers[index]?.start ?? Infinity) < at) index++
  return index
}

function divide(laid: LaidOut, block: Block, part: BlockPart, markers: readonly Marker[]): Span[] {
  if (part !== 'heading') return whole(sentencesIn(laid.text, block, markers), markers)
  const words = laid.text.slice(block.start, block.end)
  const start = block.start + words.length - words.trimStart().length
  const end = block.start + words.trimEnd().length
  return end > start ? [{ start, end }] : []
}

/** Sentences with those joined again that a strange label ("[a. B]") was cut by. */
function whole(spans: Span[], markers: readonly Span[]): Span[] {
  if (markers.length === 0) return spans
  const joined: Span[] = []
  let index = 0
  for (const span of spans) {
    const last = joined.at(-1)
    while (index < markers.length && (markers[index]?.end ?? Infinity) <= span.start) index++
    if (last && (markers[index]?.start ?? Infinity) < last.end)
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined
}
