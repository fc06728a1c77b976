import type { XmlCursor } from '../office/xml-cursor.ts'
import { readControl } from './content-control.ts'
import type { Handlers } from './element-handler.ts'
import type { WordContext } from './word-context.ts'

/** Fields, hyperlinks and content controls. */
export const fieldElements: Handlers = {
  open: {
    'w:fldChar': (writer, cursor) => {
      const type = cursor.attribute('w:fldCharType')
      if (type === 'begin') writer.fields.begin()
      else if (type === 'separate') writer.fields.beginResult()
      else if (type === 'end') writer.fields.end()
    },
    'w:fldSimple': (writer, cursor) => {
      writer.fields.begin()
      writer.fields.instruct(cursor.attribute('w:instr') ?? '')
      writer.fields.beginResult()
    },
    'w:hyperlink': (writer, cursor, context) => writer.beginLink(hrefOf(cursor, context)),
    'w:sdtPr': (writer, cursor) => (writer.control = readControl(cursor)),
    'w:sdtContent': (writer) => {
      writer.fields.beginControl(writer.control)
      writer.control = null
    },
  },
  close: {
    'w:fldSimple': (writer) => writer.fields.end(),
    'w:hyperlink': (writer) => writer.endLink(),
    'w:sdtContent': (writer) => writer.fields.end(),
  },
}

function hrefOf(cursor: XmlCursor, { file }: WordContext): string | null {
  const id = cursor.attribute('r:id')
  const anchor = cursor.attribute('w:anchor')
  const target = id === null ? '' : (file.target(cursor.part, id) ?? '')
  const href = target + (anchor === null ? '' : `#${anchor}`)
  return href === '' ? null : href
}
