import type { XmlCursor } from '../office/xml-cursor.ts'
import { drawingElements } from './drawing-elements.ts'
import type { Handlers } from './element-handler.ts'
import { fieldElements } from './field-elements.ts'
import { paragraphElements } from './paragraph-elements.ts'
import { runElements } from './run-elements.ts'
import type { StoryWriter } from './story-writer.ts'
import { tableElements } from './table-elements.ts'
import type { WordContext } from './word-context.ts'

const handlers: Handlers = {
  open: {
    ...drawingElements.open,
    ...fieldElements.open,
    ...paragraphElements.open,
    ...runElements.open,
    ...tableElements.open,
  },
  close: {
    ...drawingElements.close,
    ...fieldElements.close,
    ...paragraphElements.close,
    ...runElements.close,
    ...tableElements.close,
  },
}

const OPEN = new Map(Object.entries(handlers.open))
const CLOSE = new Map(Object.entries(handlers.close))

/**
 * Walks over one story, from the element that the cursor stands on to its end, and tells the writer what it meets.
 * Elements that nobody handles are transparent: what stands in them counts. One pass, no recursion.
 */
export function readStory(cursor: XmlCursor, writer: StoryWriter, context: WordContext): void {
  const depth = cursor.depth
  while (cursor.next() !== 'end') {
    if (cursor.kind === 'open') OPEN.get(cursor.name)?.(writer, cursor, context)
    else if (cursor.kind === 'text') readText(cursor, writer, context.traced)
    else if (cursor.depth < depth) break
    else CLOSE.get(cursor.name)?.(writer, cursor, context)
  }
  writer.end()
}

function readText(cursor: XmlCursor, writer: StoryWriter, traced: boolean): void {
  if (cursor.name === 'w:t')
    writer.text(cursor.text(), traced ? { part: cursor.part, from: cursor.start, to: cursor.end } : null)
  else if (cursor.name === 'w:instrText') writer.fields.instruct(cursor.text())
  else if (cursor.name === 'w:fldData') writer.fields.addData(cursor.text())
}
