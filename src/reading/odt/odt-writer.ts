import type { NoteKind } from '../document.ts'
import type { FlowBlock } from '../flow.ts'
import { Languages } from '../office/languages.ts'
import { Line, type CallMark, type OpenSpan } from '../office/line.ts'
import { Losses, type LossKind } from '../office/losses.ts'
import type { NoteToPlace } from '../office/note-blocks.ts'
import { Tables } from '../office/tables.ts'
import { Lists } from './lists.ts'
import { blockShape, type Region } from './odt-shape.ts'
import type { OdtStyles, ResolvedStyle } from './odt-styles.ts'

/** What is being written: the text, a box in one of its paragraphs, a note, a comment. */
interface Frame {
  readonly line: Line
  readonly blocks: FlowBlock[]
  /** Blocks of boxes; they follow the paragraph that holds the box. */
  waiting: FlowBlock[]
  readonly lists: Lists
  readonly tables: Tables
  /** The styles of the spans that are open, the paragraph's own first. */
  readonly spans: ResolvedStyle[]
  /** The outline level of the heading that is open, null for other paragraphs. */
  heading: number | null
}

/**
 * Writes the blocks of an OpenDocument text as its elements come. It is told what the file says and decides what becomes
 * of it; it never looks at XML.
 */
export class OdtWriter {
  readonly losses = new Losses()
  readonly languages = new Languages()
  /** The text of every paragraph, empty ones included. */
  readonly lines: string[] = []
  readonly notes: NoteToPlace[] = []
  readonly regions: Region[] = []
  readonly spans = new Map<string, OpenSpan>()
  readonly links: (OpenSpan | null)[] = []
  title: string | null = null
  page = 1
  private frame = newFrame()
  private readonly outer: Frame[] = []
  private isHiding = false
  private hiddenSections = 0

  constructor(readonly styles: OdtStyles) {}

  get blocks(): readonly FlowBlock[] {
    return this.frame.blocks
  }

  get line(): Line {
    return this.frame.line
  }

  get lists(): Lists {
    return this.frame.lists
  }

  get tables(): Tables {
    return this.frame.tables
  }

  /** True in the text itself: not in a box, note or comment. */
  get isText(): boolean {
    return this.outer.length === 0
  }

  beginParagraph(style: string | null, heading: number | null): void {
    const resolved = this.styles.style('paragraph', style)
    if (!this.line.isEmpty) this.flush()
    this.frame.spans.length = 0
    this.frame.spans.push(resolved)
    this.frame.heading = heading
    if (resolved.newPage && (this.frame.blocks.length > 0 || this.page > 1)) this.breakPage()
  }

  endParagraph(): void {
    this.flush()
  }

  beginSpan(style: string | null): void {
    this.frame.spans.push(this.styles.style('text', style))
  }

  endSpan(): void {
    this.frame.spans.pop()
  }

  text(text: string): void {
    if (this.isUnseen(text)) return
    const { spans } = this.frame
    this.line.write(
      text,
      { raised: spans.some((style) => style.raised), code: spans.some((style) => style.isCode) },
      null,
    )
    if (this.isText) this.languages.add(this.languageOf(text), text.length)
  }

  space(): void {
    this.line.writeSpace()
  }

  /** A call; null where it stands in hidden text. */
  call(key: string, label: string): CallMark | null {
    if (this.isUnseen('x')) return null
    const mark = this.line.call(key)
    mark.label = label
    return mark
  }

  /** A link or citation; one inside too many others is passed over. Each needs its end. */
  beginSpanOf(open: (line: Line) => OpenSpan): void {
    this.links.push(this.links.length >= MOST_LINKS ? null : open(this.line))
  }

  endLink(): void {
    const link = this.links.pop()
    if (link) this.line.closeSpan(link)
  }

  breakPage(): void {
    if (this.isText) this.line.page(++this.page)
  }

  lose(kind: LossKind): void {
    this.losses.add(kind, this.isText ? this.frame.blocks.length : null)
  }

  /** Begins a box, a note or a comment: something with blocks of its own. */
  beginFrame(): void {
    this.outer.push(this.frame)
    this.frame = newFrame()
  }

  endBox(): void {
    const blocks = this.endFrame()
    for (const block of blocks) this.frame.waiting.push(block)
    // A box that stands before the words of its paragraph is read before them.
    if (this.line.isEmpty) this.keepWaiting()
  }

  endNote(key: string, kind: NoteKind, ownLabel: string | null): void {
    this.notes.push({ key, kind, blocks: this.endFrame(), ownLabel })
  }

  /** Ends a frame and returns its blocks. */
  endFrame(): readonly FlowBlock[] {
    if (!this.line.isEmpty) this.flush()
    const { blocks } = this.frame
    this.frame = this.outer.pop() ?? this.frame
    return blocks
  }

  hideSection(): void {
    this.hiddenSections++
  }

  showSection(): void {
    this.hiddenSections--
  }

  endTable(): void {
    const start = this.tables.end()
    const { blocks } = this.frame
    if (start === null) return
    for (let i = start; i < blocks.length; i++) {
      const block = blocks[i]
      if (block?.kind === 'table-cell') blocks[i] = { ...block, kind: 'paragraph' }
    }
  }

  private flush(): void {
    const { line, lists, tables, heading, spans } = this.frame
    const style = spans[0] ?? this.styles.style('paragraph', null)
    const ended = line.end()
    if ('text' in ended) {
      const ordinal = lists.takeLabel()
      const shape = blockShape({
        style,
        heading,
        list: lists.level,
        ordinal,
        inTable: tables.isOpen,
        region: this.regions.at(-1),
      })
      this.keep({ ...shape, ...ended }, style)
    } else line.carry(ended)
    if (this.isText) this.lines.push('text' in ended ? ended.text : '')
    spans.length = 0
    this.keepWaiting()
  }

  private keep(block: FlowBlock, style: ResolvedStyle): void {
    const { blocks } = this.frame
    if (this.isText && style.use === 'title' && blocks.length < FRONT && !this.tables.isOpen)
      this.title ??= block.text.replaceAll('\ufffc', '')
    blocks.push(block)
  }

  private keepWaiting(): void {
    if (this.frame.waiting.length === 0) return
    for (const block of this.frame.waiting) this.frame.blocks.push(block)
    this.frame.waiting = []
  }

  /** Whether text here is hidden; each stretch of it is one loss. */
  private isUnseen(text: string): boolean {
    const hidden = this.hiddenSections > 0 || this.frame.spans.some((style) => style.hidden)
    if (hidden && !this.isHiding && text.trim() !== '') this.lose('hidden-text')
    if (text.trim() !== '') this.isHiding = hidden
    return hidden
  }

  private languageOf(text: string): string | null {
    const key = COMPLEX.test(text) ? 'complexLanguage' : 'language'
    return this.frame.spans.findLast((style) => style[key] !== null)?.[key] ?? null
  }
}

/** Links and citations in each other, or left open by a damaged file. */
export const MOST_LINKS = 10

/** Blocks before which the title stands. */
const FRONT = 10

/** Letters of scripts that are laid out in a complex way: Hebrew, Arabic, those of India and South-East Asia. */
const COMPLEX = /[\u0590-\u109f]/

const newFrame = (): Frame => ({
  line: new Line(),
  blocks: [],
  waiting: [],
  lists: new Lists(),
  tables: new Tables(),
  spans: [],
  heading: null,
})
