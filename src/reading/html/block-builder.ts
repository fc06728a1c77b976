import type { FlowBlock, FlowMark } from '../flow.ts'

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type LinkMark = Extract<FlowMark, { kind: 'link' }>
type OpenLink = Omit<LinkMark, 'start' | 'end'>

/** What a block is, as the elements around its text say. */
export type BlockShape = Pick<FlowBlock, 'kind' | 'level' | 'noteKey' | 'ordinal'>

/** The line being written: its text, its marks in order of their start, what is open in it. */
interface Line {
  text: string
  /** A space stood in the source and is written before the next visible character. */
  space: boolean
  marks: Mutable<FlowMark>[]
  anchors: string[]
  link: OpenLink | null
  linkMark: Mutable<FlowMark> | null
  raised: number
  raisedMark: Mutable<FlowMark> | null
  code: number
  codeMark: Mutable<FlowMark> | null
}

const newLine = (): Line => ({
  text: '',
  space: false,
  marks: [],
  anchors: [],
  link: null,
  linkMark: null,
  raised: 0,
  raisedMark: null,
  code: 0,
  codeMark: null,
})

/** White space other than single spaces, or characters that are not shown. */
const UNTIDY = /[\t\n\r\f\u00a0\u00ad\u200b\ufeff]| {2}/
const SPACES = /[ \t\n\r\f\u00a0]+/g
const UNSEEN = /[\u00ad\u200b\ufeff]/g
const SPACE = 32

const fold = (raw: string): string => (UNTIDY.test(raw) ? raw.replace(UNSEEN, '').replace(SPACES, ' ') : raw)

/**
 * Collects text and marks into blocks. White space is folded to single spaces as a browser shows it; soft hyphens go.
 * What is open at the end of a block (a link around two paragraphs) goes on in the next one.
 */
export class BlockBuilder {
  readonly blocks: FlowBlock[] = []
  private line = newLine()
  private readonly outer: Line[] = []
  private waiting: FlowBlock[] = []

  /** True while nothing visible stands in the block being written. */
  get isEmpty(): boolean {
    return this.line.text === ''
  }

  text(raw: string): void {
    const line = this.line
    const folded = fold(raw)
    if (folded === '') return
    const opening = folded.charCodeAt(0) === SPACE
    if (opening) line.space = true
    if (opening && folded.length === 1) return
    const closing = folded.charCodeAt(folded.length - 1) === SPACE
    const isApart = line.space && line.text !== ''
    const words = opening || closing ? folded.slice(opening ? 1 : 0, closing ? -1 : folded.length) : folded
    line.text += isApart ? ` ${words}` : words
    line.space = closing
  }

  /** A place that links can lead to. */
  anchor(id: string): void {
    if (id === '') return
    if (this.line.text === '') this.line.anchors.push(id)
    const at = this.position()
    this.line.marks.push({ kind: 'anchor', id, start: at, end: at })
  }

  /** Puts places to link to before the next block that has text. */
  carry(ids: readonly string[]): void {
    this.line.anchors.push(...ids)
  }

  openLink(link: OpenLink): void {
    this.closeLink()
    this.line.link = link
    this.line.linkMark = this.mark({ ...link, start: this.position(), end: -1 })
  }

  closeLink(): void {
    if (this.line.linkMark) this.line.linkMark.end = this.line.text.length
    this.line.link = null
    this.line.linkMark = null
  }

  /** Says of the link being written that it leads back from a note. */
  raise(): void {
    this.line.raisedMark ??= this.mark({ kind: 'raised', start: this.position(), end: -1 })
    this.line.raised++
  }

  lower(): void {
    if (--this.line.raised > 0) return
    this.line.raised = 0
    if (this.line.raisedMark) this.line.raisedMark.end = this.line.text.length
    this.line.raisedMark = null
  }

  openCode(): void {
    this.line.codeMark ??= this.mark({ kind: 'code', start: this.position(), end: -1 })
    this.line.code++
  }

  closeCode(): void {
    if (--this.line.code > 0) return
    this.line.code = 0
    if (this.line.codeMark) this.line.codeMark.end = this.line.text.length
    this.line.codeMark = null
  }

  /** A call that the format declares, written as its label. */
  call(key: string, label: string): void {
    const start = this.position()
    if (this.line.space && this.line.text !== '') this.line.text += ' '
    this.line.space = false
    this.line.text += label
    this.line.marks.push({ kind: 'call', key, label, start, end: start + label.length })
  }

  /** Begins a note that stands in the middle of a line. Its blocks follow the block of that line. */
  beginNote(): void {
    this.outer.push(this.line)
    this.line = newLine()
  }

  endNote(shape: BlockShape): void {
    this.flush(shape)
    this.line = this.outer.pop() ?? newLine()
  }

  /** Begins the block anew that holds no text yet. */
  skip(): void {
    const line = this.line
    line.space = false
    if (line.marks.length > 0) this.restart(line, line.anchors)
  }

  /** Ends the block being written; one without text is none. */
  flush(shape: BlockShape): void {
    const line = this.line
    if (line.text === '') {
      this.skip()
      return
    }
    const block: Mutable<FlowBlock> = { ...shape, text: line.text, marks: closed(line) }
    if (line.anchors.length > 0) block.anchors = line.anchors
    this.keep(block)
    this.restart(line, [])
  }

  private keep(block: FlowBlock): void {
    if (this.outer.length > 0) {
      this.waiting.push(block)
      return
    }
    this.blocks.push(block)
    if (this.waiting.length === 0) return
    for (const note of this.waiting) this.blocks.push(note)
    this.waiting = []
  }

  /** An empty block, with what is open still open. */
  private restart(line: Line, anchors: string[]): void {
    line.text = ''
    line.space = false
    line.marks = []
    line.anchors = anchors
    line.linkMark = line.link ? this.mark({ ...line.link, start: 0, end: -1 }) : null
    line.raisedMark = line.raised > 0 ? this.mark({ kind: 'raised', start: 0, end: -1 }) : null
    line.codeMark = line.code > 0 ? this.mark({ kind: 'code', start: 0, end: -1 }) : null
  }

  private mark(mark: Mutable<FlowMark>): Mutable<FlowMark> {
    this.line.marks.push(mark)
    return mark
  }

  /** Where the next visible character will stand. */
  private position(): number {
    const { text, space } = this.line
    return text !== '' && space ? text.length + 1 : text.length
  }
}

/** The marks of a line at its end: those that cover something, and anchors; none starts at a space owed to no text. */
function closed({ marks, text }: Line): FlowMark[] {
  if (marks.length === 0) return marks
  for (const mark of marks) if (mark.end < 0) mark.end = text.length
  return marks.filter((mark) => mark.kind === 'anchor' || mark.end > mark.start)
}
