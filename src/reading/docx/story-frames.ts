import type { FlowBlock } from '../flow.ts'
import { StoryBlocks } from '../office/story-blocks.ts'
import { newFrame, type Frame } from './frame.ts'
import { shapeOf } from './paragraph-shape.ts'
import type { WordContext } from './word-context.ts'

/** Blocks before which the title stands. */
const FRONT = 10

/** The frames of one story that are open, and the blocks that their paragraphs became. */
export class StoryFrames {
  readonly blocks = new StoryBlocks()
  /** The text of every paragraph, empty ones included. */
  readonly lines: string[] = []
  current: Frame
  private readonly outer: Frame[] = []

  constructor(
    private readonly context: WordContext,
    private readonly isText: boolean,
  ) {
    this.current = newFrame(context)
  }

  /** True in a text box. */
  get isBox(): boolean {
    return this.outer.length > 0
  }

  beginBox(): void {
    this.outer.push(this.current)
    this.current = newFrame(this.context)
  }

  endBox(): void {
    this.flush()
    this.current = this.outer.pop() ?? this.current
    // A box that stands before the words of its paragraph is read before them.
    if (!this.isBox && this.current.line.isEmpty) this.blocks.release()
  }

  /** Ends the block being written, if it has words. */
  flush(): void {
    if (!this.current.line.isEmpty) this.endBlock()
  }

  /** Ends the block being written; one without words leaves its places to the next. */
  endBlock(): void {
    const { line, props, style, tables, fields } = this.current
    const shape = shapeOf(props, style, this.context.numbering, {
      inTable: tables.isOpen,
      inContents: fields.isIn('contents'),
      inBibliography: fields.isIn('bibliography'),
    })
    const ended = line.end()
    if ('text' in ended) this.keep({ ...shape, ...ended })
    else line.carry(ended)
    if (this.isText) this.lines.push('text' in ended ? ended.text : '')
    this.current.runsOn = false
    if (!this.isBox) this.blocks.release()
  }

  /** A table or the story's end: a paragraph that ran on runs no further. */
  endRunningOn(): void {
    if (this.current.runsOn) this.endBlock()
  }

  private keep(block: FlowBlock): void {
    if (this.isText && this.isTitle()) this.context.title ??= block.text.replaceAll('\ufffc', '')
    if (this.isBox) this.blocks.addBoxed(block)
    else this.blocks.add(block)
  }

  /** The title of the text stands at its front, and in no box or table. */
  private isTitle(): boolean {
    const { style, tables } = this.current
    return style.use === 'title' && this.blocks.all.length < FRONT && !this.isBox && !tables.isOpen
  }
}
