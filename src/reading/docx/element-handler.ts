import type { XmlCursor } from '../office/xml-cursor.ts'
import type { StoryWriter } from './story-writer.ts'
import type { WordContext } from './word-context.ts'

/** Tells the writer what an element says. It may move the cursor up to the element's end. */
export type ElementHandler = (writer: StoryWriter, cursor: XmlCursor, context: WordContext) => void

/** By name of the element, for its beginning and its end. */
export interface Handlers {
  readonly open: Readonly<Record<string, ElementHandler>>
  readonly close: Readonly<Record<string, ElementHandler>>
}

/** Passes over an element that says nothing to readers. */
export const pass: ElementHandler = (_, cursor) => cursor.skip()
