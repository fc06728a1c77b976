import type { NoteKind } from '../document.ts'
import type { FlowBlock } from '../flow.ts'
import { Languages } from '../office/languages.ts'
import type { CallMark, Line, OpenSpan } from '../office/line.ts'
import { Losses, type LossKind } from '../office/losses.ts'
import type { NoteToPlace } from '../office/note-blocks.ts'
import { OpenLinks } from '../office/open-links.ts'
import type { Tables } from '../office/tables.ts'
import type { Lists } from './lists.ts'
import { newFrame, type OdtFrame } from './odt-frame.ts'
import { blockShape, type Region } from './odt-shape.ts'
import type { OdtStyles, ResolvedStyle } from './odt-styles.ts'

/** Blocks before which the title stands. */
const FRONT = 10

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
  readonly links = new OpenLinks()
  title: string | null = null
  page = 1
  private frame = newFrame()
  private readonly outer: OdtFrame[] = []
  private isHiding = false
  private hiddenSections = 0

  constructor(readonly styles: OdtStyles) {}

  get blocks(): readonly FlowBlock[] {
    return this.frame.blocks.all
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
    this.frame.styles.beginParagraph(resolved)
    this.frame.heading = heading
    if (resolved.newPage && (this.blocks.length > 0 || this.page > 1)) this.breakPage()
  }

  endParagraph(): void {
    this.flush()
  }

  beginSpan(style: string | null): void {
    this.frame.styles.beginSpan(this.styles.style('text', style))
  }

  endSpan(): void {
    this.frame.styles.endSpan()
  }

  text(text: string): void {
    if (this.isUnseen(text)) return
    const { line, styles } = this.frame
    line.write(text, styles.look, null)
    if (this.isText) this.languages.add(styles.language(text), text.length)
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

  /** A link or citation; null for one that leads nowhere. Each needs its end. */
  beginLink(open: ((line: Line) => OpenSpan) | null): void {
    const { line } = this.frame
    this.links.begin(open === null ? null : () => open(line))
  }

  endLink(): void {
    this.links.end(this.line)
  }

  breakPage(): void {
    if (this.isText) this.line.page(++this.page)
  }

  lose(kind: LossKind): void {
    this.losses.add(kind, this.isText ? this.blocks.length : null)
  }

  /** Begins a box, a note or a comment: something with blocks of its own. */
  beginFrame(): void {
    this.outer.push(this.frame)
    this.frame = newFrame()
  }

  endBox(): void {
    const blocks = this.endFrame()
    for (const block of blocks) this.frame.blocks.addBoxed(block)
    // A box that stands before the words of its paragraph is read before them.
    if (this.line.isEmpty) this.frame.blocks.release()
  }

  endNote(key: string, kind: NoteKind, ownLabel: string | null): void {
    this.notes.push({ key, kind, blocks: this.endFrame(), ownLabel })
  }

  /** Ends a frame and returns its blocks. */
  endFrame(): readonly FlowBlock[] {
    if (!this.line.isEmpty) this.flush()
    const { blocks } = this
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
    if (start !== null) this.frame.blocks.unframe(start)
  }

  private flush(): void {
    const { line, lists, tables, heading, styles } = this.frame
    const style = styles.paragraph ?? this.styles.style('paragraph', null)
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
    styles.endParagraph()
    this.frame.blocks.release()
  }

  private keep(block: FlowBlock, style: ResolvedStyle): void {
    if (this.isText && style.use === 'title' && this.blocks.length < FRONT && !this.tables.isOpen)
      this.title ??= block.text.replaceAll('\ufffc', '')
    this.frame.blocks.add(block)
  }

  /** Whether text here is hidden; each stretch of it is one loss. */
  private isUnseen(text: string): boolean {
    const hidden = this.hiddenSections > 0 || this.frame.styles.isHidden
    if (hidden && !this.isHiding && text.trim() !== '') this.lose('hidden-text')
    if (text.trim() !== '') this.isHiding = hidden
    return hidden
  }
}
