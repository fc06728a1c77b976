import type { FlowBlock, FlowMark } from '../flow.ts'
import { fold } from './fold.ts'

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Mark<Kind extends FlowMark['kind']> = Mutable<Extract<FlowMark, { kind: Kind }>>
export type CallMark = Mark<'call'>
type SpanMark = Mark<'link'> | Mark<'citation'>

/** A link or a field that is open: it goes on in the next block when this one ends. */
export interface OpenSpan {
  mark: SpanMark
}

/** How a piece of text looks, as far as reading cares. */
export interface Look {
  readonly raised: boolean
  readonly code: boolean
}

export const PLAIN_LOOK: Look = { raised: false, code: false }

/** Where the raw content of a piece of text stands in the XML of a part, references and all. Code units. */
export interface SourcePlace {
  readonly part: string
  readonly from: number
  readonly to: number
}

/** Stands for a call in the text until layout writes its label there. It is no letter, so that it joins no word. */
const CALL = '\ufffc'
const SPACE = 32

/** Page starts and anchors that wait for a block with text. */
export interface Carried {
  readonly pages: readonly number[]
  readonly anchors: readonly string[]
}

/** One block being written: its text with white space folded, and its marks in order of their start. */
export class Line {
  private text = ''
  /** A space stood in the file and is written before the next visible character. */
  private space = false
  private marks: Mutable<FlowMark>[] = []
  private anchors: string[] = []
  private raised: Mark<'raised'> | null = null
  private code: Mark<'code'> | null = null
  private readonly spans: OpenSpan[] = []

  get isEmpty(): boolean {
    return this.text === ''
  }

  write(raw: string, look: Look, source: SourcePlace | null): void {
    const folded = fold(raw)
    if (folded === '') return
    const opening = folded.charCodeAt(0) === SPACE
    if (opening) this.space = true
    if (opening && folded.length === 1) return
    const closing = folded.charCodeAt(folded.length - 1) === SPACE
    const words = opening || closing ? folded.slice(opening ? 1 : 0, closing ? -1 : folded.length) : folded
    this.setLook(look)
    this.writeOwedSpace()
    const start = this.text.length
    this.text += words
    if (source) this.marks.push({ kind: 'source', start, end: this.text.length, ...source })
    this.space = closing
  }

  /** Between two words, a tab or a line break. */
  writeSpace(): void {
    this.space = true
  }

  /** A call of the note `key`; its label is known later. */
  call(key: string): CallMark {
    this.setLook(PLAIN_LOOK)
    this.writeOwedSpace()
    const start = this.text.length
    this.text += CALL
    const mark: CallMark = { kind: 'call', key, label: '', start, end: start + CALL.length }
    this.marks.push(mark)
    return mark
  }

  anchor(id: string): void {
    if (this.text === '') this.anchors.push(id)
    const at = this.position()
    this.marks.push({ kind: 'anchor', id, start: at, end: at })
  }

  page(number: number): void {
    const at = this.position()
    this.marks.push({ kind: 'page', number, start: at, end: at })
  }

  openLink(href: string): OpenSpan {
    return this.openSpan({ kind: 'link', href, start: this.position(), end: -1 })
  }

  openCitation(items: Mark<'citation'>['items']): OpenSpan {
    return this.openSpan({ kind: 'citation', items, start: this.position(), end: -1 })
  }

  /** Ends what an opening method returned. */
  closeSpan(span: OpenSpan): void {
    const place = this.spans.lastIndexOf(span)
    if (place < 0) return
    this.spans.splice(place, 1)
    span.mark.end = this.text.length
  }

  /** Puts page starts and anchors of a block without text before this one's words. */
  carry({ pages, anchors }: Carried): void {
    for (const number of pages) this.page(number)
    for (const id of anchors) this.anchor(id)
  }

  /** Ends the block. What is open goes on in the next one. */
  end(): Pick<FlowBlock, 'text' | 'marks' | 'anchors'> | Carried {
    this.setLook(PLAIN_LOOK)
    const { text, marks, anchors } = this
    for (const mark of marks) if (mark.end < 0) mark.end = text.length
    this.restart()
    if (text === '')
      return { pages: marks.flatMap((mark) => (mark.kind === 'page' ? [mark.number] : [])), anchors }
    const isLate = (mark: FlowMark): boolean => mark.kind === 'page' && mark.start >= text.length
    // A page that begins behind the last word begins with the next block.
    for (const mark of marks) if (mark.kind === 'page' && isLate(mark)) this.page(mark.number)
    const kept = marks.filter((mark) => !isLate(mark) && (mark.end > mark.start || isPlace(mark)))
    for (const mark of kept) if (mark.start > text.length) mark.start = mark.end = text.length
    return anchors.length > 0 ? { text, marks: kept, anchors } : { text, marks: kept }
  }

  private restart(): void {
    this.text = ''
    this.space = false
    this.marks = []
    this.anchors = []
    for (const span of this.spans) this.marks.push((span.mark = { ...span.mark, start: 0, end: -1 }))
  }

  private openSpan(mark: SpanMark): OpenSpan {
    const span = { mark }
    this.spans.push(span)
    this.marks.push(mark)
    return span
  }

  private setLook({ raised, code }: Look): void {
    if (raised && !this.raised)
      this.marks.push((this.raised = { kind: 'raised', start: this.position(), end: -1 }))
    else if (!raised && this.raised) this.raised = this.closed(this.raised)
    if (code && !this.code) this.marks.push((this.code = { kind: 'code', start: this.position(), end: -1 }))
    else if (!code && this.code) this.code = this.closed(this.code)
  }

  private closed(mark: Mark<'raised'> | Mark<'code'>): null {
    mark.end = this.text.length
    return null
  }

  private writeOwedSpace(): void {
    if (this.space && this.text !== '') this.text += ' '
    this.space = false
  }

  /** Where the next visible character will stand. */
  private position(): number {
    return this.space && this.text !== '' ? this.text.length + 1 : this.text.length
  }
}

const isPlace = ({ kind }: FlowMark): boolean => kind === 'anchor' || kind === 'page'
