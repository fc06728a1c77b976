import { sentencesIn } from '../../text/sentences.ts'
import { quotesIn } from '../../text/sentences-enclosures.ts'
import type { Span } from '../../text/span.ts'
import type { Block, BlockKind, Marker, Sentence } from '../document.ts'

/** What a comparison looks at of a document. `notes`: by the indexes that the markers name. */
export interface Comparable {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly notes: readonly Span[]
  readonly markers: readonly Marker[]
}

/** A sentence of a document's body, or one of the sentences of a quotation inside it. */
export interface Passage extends Span {
  /** Index into the document's blocks. */
  readonly block: number
  readonly kind: BlockKind
  /** The markers that it holds, in order. */
  readonly markers: readonly Marker[]
  /** Its text without them, and without the number of a heading. */
  readonly words: string
}

/** The passages of a document, in order of their place. Notes are no passages. */
export function passagesOf(document: Comparable): Passage[] {
  const { text, blocks } = document
  const marked = new Marked(document)
  let block = 0
  return document.sentences.flatMap((sentence) => {
    while (block < blocks.length - 1 && (blocks[block]?.end ?? 0) < sentence.end) block++
    const kind = blocks[block]?.kind ?? 'paragraph'
    return divided(text, sentence, marked.within(sentence)).map((span) => {
      const markers = marked.within(span)
      const { start, end } = span
      return { start, end, block, kind, markers, words: sayingOf(kind, marked.wordsOf(span)) }
    })
  })
}

const HEADING_NUMBER =
  /^(?:(?:[IVX]|[IVXLC]{2,7})[.)]|\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[a-z]\))\s+(?=\S)/

/** What a passage says: a heading without its number, which changes when another is put before it. */
export const sayingOf = (kind: BlockKind, words: string): string =>
  kind === 'heading' ? words.replace(HEADING_NUMBER, '') : words

/** A document's markers by place. */
export class Marked {
  private readonly markers: readonly Marker[]

  constructor(private readonly document: Pick<Comparable, 'text' | 'markers'>) {
    this.markers = document.markers
  }

  get text(): string {
    return this.document.text
  }

  /** The markers that start inside a span. */
  within(span: Span): readonly Marker[] {
    const first = this.firstFrom(span.start)
    const past = this.firstFrom(span.end)
    return past > first ? this.markers.slice(first, past) : NONE
  }

  /** The text of a span, each marker replaced by what `shown` makes of it: by nothing, when it is left out. */
  wordsOf(span: Span, shown: (marker: Marker) => string = () => ''): string {
    const { text } = this.document
    let words = ''
    let from = span.start
    for (const marker of this.within(span)) {
      words += text.slice(from, marker.start) + shown(marker)
      from = Math.min(marker.end, span.end)
    }
    return words + text.slice(from, span.end)
  }

  private firstFrom(at: number): number {
    let low = 0
    let high = this.markers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.markers[middle]?.start ?? Infinity) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}

const NONE: readonly Marker[] = []
const ANY_QUOTE = /["“”„‟«»「『‘‚‹]|``/

/** Something that may end a sentence before the end of the quotation. */
const STOP_INSIDE = /[.!?…\]]\S*\s|[。！？]./

/** A sentence at the sentences inside its quotations: each but the first of a quotation starts a passage. */
function divided(text: string, sentence: Span, markers: readonly Span[]): Span[] {
  const words = text.slice(sentence.start, sentence.end)
  if (!ANY_QUOTE.test(words)) return [sentence]
  const starts = quotesIn(words).closed.flatMap(({ start, end }) => {
    const inside = { start: sentence.start + start + 1, end: sentence.start + end - 1 }
    if (!STOP_INSIDE.test(text.slice(inside.start, inside.end))) return []
    return sentencesIn(text, inside, markers)
      .slice(1)
      .map((span) => span.start)
  })
  return starts.length === 0 ? [sentence] : cutAt(text, sentence, starts)
}

function cutAt(text: string, { start, end }: Span, cuts: readonly number[]): Span[] {
  const starts = [start, ...cuts]
  return starts.map((from, index) => ({ start: from, end: trimmedEnd(text, from, starts[index + 1] ?? end) }))
}

/** The end of a stretch without the white space before it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at--
  return at
}
