import type { FlowBlock } from '../flow.ts'
import { Line, type OpenSpan, type SourcePlace } from '../office/line.ts'
import type { LossKind } from '../office/losses.ts'
import { keyOf, type Call, type NoteClass } from './calls.ts'
import type { FieldUse } from './field-instruction.ts'
import { Fields } from './fields.ts'
import { NO_PARAGRAPH_PROPS, type ParagraphProps } from './paragraph-props.ts'
import { shapeOf } from './paragraph-shape.ts'
import type { RunProps } from './run-props.ts'
import type { RunLook } from './run-look.ts'
import type { ResolvedStyle } from './styles.ts'
import { Tables } from '../office/tables.ts'
import type { WordContext } from './word-context.ts'

/** Blocks before which the title stands. */
const FRONT = 10

/** Links in each other. */
const MOST_LINKS = 10

/** Bookmarks around one place that can name a call. */
const MOST_BOOKMARKS = 20

/** What is being written: the text itself, or a text box in one of its paragraphs. */
interface Frame {
  readonly line: Line
  readonly fields: Fields
  readonly tables: Tables
  readonly links: (OpenSpan | null)[]
  props: ParagraphProps
  style: ResolvedStyle
  look: RunLook
  /** The mark of the paragraph before was deleted: the next one goes on in the same block. */
  runsOn: boolean
}

/**
 * Writes the blocks of one story (the text, a note, a comment) as its elements come. It is told what the file says and
 * decides what becomes of it; it never looks at XML.
 */
export class StoryWriter {
  readonly blocks: FlowBlock[] = []
  /** The text of every paragraph, empty ones included. */
  readonly lines: string[] = []
  /** Of each choice between alternatives around this place, whether one was taken. */
  readonly alternatives: boolean[] = []
  /** What the content control that begins is for. */
  control: FieldUse | null = null
  /** The name of the paragraph that began last. */
  lastParagraph: string | null = null
  private frame: Frame
  private readonly outer: Frame[] = []
  /** Blocks of text boxes; they follow the paragraph that holds the box. */
  private waiting: FlowBlock[] = []
  private customCall: Call | null = null
  /** Names of the bookmarks that stand around this place, by their ids. */
  private readonly bookmarks = new Map<string, string>()
  private isHiding = false

  /** `isText`: this is the text itself, in which pages, sections and the title are. */
  constructor(
    private readonly context: WordContext,
    readonly isText: boolean,
  ) {
    this.frame = this.newFrame()
  }

  get fields(): Fields {
    return this.frame.fields
  }

  get tables(): Tables {
    return this.frame.tables
  }

  get line(): Line {
    return this.frame.line
  }

  /** `name`: the paragraph's own, where it has one. */
  beginParagraph(name: string | null): void {
    this.lastParagraph = name
    this.setParagraph(NO_PARAGRAPH_PROPS)
    this.frame.runsOn = false
  }

  setParagraph(props: ParagraphProps): void {
    const { frame } = this
    frame.props = props
    frame.style = this.context.styles.paragraph(props.style)
    frame.look = this.context.looks.style(frame.style)
    if (props.newPage || (props !== NO_PARAGRAPH_PROPS && frame.style.newPage)) this.breakPage()
  }

  endParagraph(): void {
    const { props } = this.frame
    if (props.mark.deleted) this.frame.runsOn = true
    else this.flush()
    if (props.section && this.isText) this.context.sections.push(props.section)
  }

  beginRun(): void {
    this.frame.look = this.context.looks.style(this.frame.style)
    this.customCall = null
  }

  endRun(): void {
    if (this.customCall) this.customCall.custom ??= '*'
    this.customCall = null
  }

  setRun(props: RunProps): void {
    this.frame.look = this.context.looks.run(props, this.frame.style)
  }

  text(text: string, source: SourcePlace | null): void {
    if (this.isUnseen() || this.fields.takes(text)) return
    if (this.customCall) {
      this.customCall.custom = (this.customCall.custom ?? '') + text.trim()
      return
    }
    this.line.write(text, this.frame.look, source)
    if (!this.isText) return
    this.context.pages.filled()
    this.context.languages.add(this.frame.look.language, text.length)
  }

  space(): void {
    this.line.writeSpace()
  }

  /** A call of a note. With `isCustom` the rest of the run is its sign. */
  call(noteClass: NoteClass, id: string, isCustom: boolean): void {
    if (this.isUnseen()) return
    const { pages, sections, calls } = this.context
    const mark = this.line.call(keyOf(noteClass, id))
    const call: Call = {
      class: noteClass,
      id,
      mark,
      custom: null,
      section: sections.length,
      page: pages.number,
    }
    calls.add(call)
    for (const name of this.bookmarks.values()) calls.name(name, call)
    if (isCustom) this.customCall = call
    if (this.isText) pages.filled()
  }

  annotate(id: string): void {
    if (this.context.calls.takeAnnotation(id)) this.call('annotation', id, false)
  }

  beginBookmark(id: string, name: string): void {
    if (name === '_GoBack') return
    this.line.anchor(name)
    if (this.bookmarks.size < MOST_BOOKMARKS) this.bookmarks.set(id, name)
  }

  endBookmark(id: string): void {
    this.bookmarks.delete(id)
  }

  /** A link; null for one that leads nowhere. Each needs its end. */
  beginLink(href: string | null): void {
    const { links } = this.frame
    links.push(href === null || links.length >= MOST_LINKS ? null : this.line.openLink(href))
  }

  endLink(): void {
    const link = this.frame.links.pop()
    if (link) this.line.closeSpan(link)
  }

  breakPage(): void {
    if (this.isText && this.outer.length === 0) this.line.page(this.context.pages.broken())
  }

  renderedPage(): void {
    if (!this.isText || this.outer.length > 0) return
    this.startPage(this.context.pages.rendered())
  }

  /** Notes down where a page begins, if one does. */
  startPage(number: number | null): void {
    if (number !== null) this.line.page(number)
  }

  lose(kind: LossKind): void {
    this.context.losses.add(kind, this.isText ? this.blocks.length : null)
  }

  beginTable(): void {
    this.endRunningOn()
    this.tables.begin(this.blocks.length)
  }

  /** A table of one cell is a frame around its text. */
  endTable(): void {
    this.endRunningOn()
    const start = this.tables.end()
    if (start === null || this.outer.length > 0) return
    for (let i = start; i < this.blocks.length; i++) {
      const block = this.blocks[i]
      if (block?.kind === 'table-cell') this.blocks[i] = { ...block, kind: 'paragraph' }
    }
  }

  beginBox(): void {
    this.outer.push(this.frame)
    this.frame = this.newFrame()
  }

  endBox(): void {
    if (!this.line.isEmpty) this.flush()
    this.frame = this.outer.pop() ?? this.frame
    // A box that stands before the words of its paragraph is read before them.
    if (this.outer.length === 0 && this.line.isEmpty) this.keepWaiting()
  }

  /** Ends the block being written, if there is one. */
  flush(): void {
    const { line, props, style, tables, fields } = this.frame
    const shape = shapeOf(props, style, this.context.numbering, {
      inTable: tables.isOpen,
      inContents: fields.isIn('contents'),
      inBibliography: fields.isIn('bibliography'),
    })
    const ended = line.end()
    if ('text' in ended) this.keep({ ...shape, ...ended })
    else line.carry(ended)
    if (this.isText) this.lines.push('text' in ended ? ended.text : '')
    this.frame.runsOn = false
    if (this.outer.length === 0) this.keepWaiting()
  }

  /** A table or the story's end: a paragraph that ran on runs no further. */
  endRunningOn(): void {
    if (this.frame.runsOn) this.flush()
  }

  private keep(block: FlowBlock): void {
    if (this.isText && this.isTitle()) this.context.title ??= block.text.replaceAll('\ufffc', '')
    ;(this.outer.length > 0 ? this.waiting : this.blocks).push(block)
  }

  /** The title of the text stands at its front, and in no box or table. */
  private isTitle(): boolean {
    const { style, tables } = this.frame
    return style.use === 'title' && this.blocks.length < FRONT && this.outer.length === 0 && !tables.isOpen
  }

  private keepWaiting(): void {
    if (this.waiting.length === 0) return
    for (const block of this.waiting) this.blocks.push(block)
    this.waiting = []
  }

  /** Whether the run is hidden; each stretch of hidden runs is one loss. */
  private isUnseen(): boolean {
    const { hidden } = this.frame.look
    if (hidden && !this.isHiding) this.lose('hidden-text')
    this.isHiding = hidden
    return hidden
  }

  private newFrame(): Frame {
    const style = this.context.styles.paragraph(null)
    const line = new Line()
    return {
      line,
      fields: new Fields(line, this.context),
      tables: new Tables(),
      links: [],
      props: NO_PARAGRAPH_PROPS,
      style,
      look: this.context.looks.style(style),
      runsOn: false,
    }
  }
}
