import { Line } from '../office/line.ts'
import { StoryBlocks } from '../office/story-blocks.ts'
import { Tables } from '../office/tables.ts'
import { Lists } from './lists.ts'
import { StyleStack } from './style-stack.ts'

/** What is being written: the text, a box in one of its paragraphs, a note, a comment. */
export interface OdtFrame {
  readonly line: Line
  readonly blocks: StoryBlocks
  readonly lists: Lists
  readonly tables: Tables
  readonly styles: StyleStack
  /** The outline level of the heading that is open, null for other paragraphs. */
  heading: number | null
}

export const newFrame = (): OdtFrame => ({
  line: new Line(),
  blocks: new StoryBlocks(),
  lists: new Lists(),
  tables: new Tables(),
  styles: new StyleStack(),
  heading: null,
})
