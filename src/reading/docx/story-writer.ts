import type { FlowBlock } from '../flow.ts'
import type { Line, SourcePlace } from '../office/line.ts'
import type { LossKind } from '../office/losses.ts'
import type { Tables } from '../office/tables.ts'
import type { NoteClass } from './calls.ts'
import type { FieldUse } from './field-instruction.ts'
import type { Fields } from './fields.ts'
import type { Frame } from './frame.ts'
import { NO_PARAGRAPH_PROPS, type ParagraphProps } from './paragraph-props.ts'
import type { RunProps } from './run-props.ts'
import { StoryCalls } from './story-calls.ts'
import { StoryFrames } from './story-frames.ts'
import type { WordContext } from './word-context.ts'

/**
 * Writes the blocks of one story (the text, a note, a comment) as its elements come. It is told what the file says and
 * decides what becomes of it; it never looks at XML.
 */
export class StoryWriter {
  /** Of each choice between alternatives around this place, whether one was taken. */
  readonly alternatives: boolean[] = []
  /** What the content control that begins is for. */
  control: FieldUse | null = null
  /** The name of the paragraph that began last. */
  lastParagraph: string | null = null
  private readonly frames: StoryFrames
  private readonly calls: StoryCalls
  private isHiding = false

  /** `isText`: this is the text itself, in which pages, sections and the title are. */
  constructor(
    private readonly context: WordContext,
    readonly isText: boolean,
  ) {
    this.frames = new StoryFrames(context, isText)
    this.calls = new StoryCalls(context)
  }

  get blocks(): readonly FlowBlock[] {
    return this.frames.blocks.all
  }

  /** The text of every paragraph, empty ones included. */
  get lines(): readonly string[] {
    return this.frames.lines
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

  private get frame(): Frame {
    return this.frames.current
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
    else this.frames.endBlock()
    if (props.section && this.isText) this.context.sections.push(props.section)
  }

  beginRun(): void {
    this.frame.look = this.context.looks.style(this.frame.style)
    this.calls.beginRun()
  }

  endRun(): void {
    this.calls.endRun()
  }

  setRun(props: RunProps): void {
    this.frame.look = this.context.looks.run(props, this.frame.style)
  }

  text(text: string, source: SourcePlace | null): void {
    if (this.isUnseen() || this.fields.takes(text) || this.calls.takes(text)) return
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
    this.calls.write(this.line, noteClass, id, isCustom)
    if (this.isText) this.context.pages.filled()
  }

  annotate(id: string): void {
    if (this.context.calls.takeAnnotation(id)) this.call('annotation', id, false)
  }

  beginBookmark(id: string, name: string): void {
    if (name === '_GoBack') return
    this.line.anchor(name)
    this.calls.beginBookmark(id, name)
  }

  endBookmark(id: string): void {
    this.calls.endBookmark(id)
  }

  /** A link; null for one that leads nowhere. Each needs its end. */
  beginLink(href: string | null): void {
    const { line, links } = this.frame
    links.begin(href === null ? null : () => line.openLink(href))
  }

  endLink(): void {
    this.frame.links.end(this.line)
  }

  breakPage(): void {
    if (this.isText && !this.frames.isBox) this.line.page(this.context.pages.broken())
  }

  renderedPage(): void {
    if (!this.isText || this.frames.isBox) return
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
    if (start !== null && !this.frames.isBox) this.frames.blocks.unframe(start)
  }

  beginBox(): void {
    this.frames.beginBox()
  }

  endBox(): void {
    this.frames.endBox()
  }

  /** A table or the story's end: a paragraph that ran on runs no further. */
  endRunningOn(): void {
    this.frames.endRunningOn()
  }

  /** Ends the story. */
  end(): void {
    this.frames.endRunningOn()
    this.frames.flush()
  }

  /** Whether the run is hidden; each stretch of hidden runs is one loss. */
  private isUnseen(): boolean {
    const { hidden } = this.frame.look
    if (hidden && !this.isHiding) this.lose('hidden-text')
    this.isHiding = hidden
    return hidden
  }
}
