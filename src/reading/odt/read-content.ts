import { pass, type OdtHandlers } from './odt-handler.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import { blockElements } from './block-elements.ts'
import { frameElements } from './frame-elements.ts'
import { inlineElements } from './inline-elements.ts'
import { noteElements } from './note-elements.ts'
import type { OdtContext } from './odt-context.ts'

const groups: readonly OdtHandlers[] = [blockElements, frameElements, inlineElements, noteElements]
const OPEN = new Map(groups.flatMap(({ open }) => Object.entries(open)))
const CLOSE = new Map(groups.flatMap(({ close }) => Object.entries(close)))

/** Names of elements whose content is none of the text, though it holds words. */
const SOURCES = '-source'

/**
 * Walks over the body of the text, from `office:text` to its end, and tells the writer what it meets. Elements that
 * nobody handles are transparent. One pass, no recursion.
 */
export function readContent(cursor: XmlCursor, context: OdtContext): void {
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind === 'open') {
      const handler = OPEN.get(cursor.name) ?? (cursor.name.endsWith(SOURCES) ? pass : undefined)
      handler?.(context, cursor)
    } else if (cursor.kind === 'close') CLOSE.get(cursor.name)?.(context, cursor)
    else if (context.paragraphs > 0) context.writer.text(cursor.text())
  }
}
