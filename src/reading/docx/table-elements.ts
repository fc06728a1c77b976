import type { XmlCursor } from '../office/xml-cursor.ts'
import { pass, type Handlers } from './element-handler.ts'

/** Tables. Each paragraph of a cell is a block, in the order of reading: row by row. */
export const tableElements: Handlers = {
  open: {
    'w:tbl': (writer) => writer.beginTable(),
    'w:tr': (_writer, _cursor, { pages }) => pages.beginRow(),
    'w:trPr': (writer, cursor, { changes, pages }) => {
      const row = cursor.depth - 1
      if (!readIsDeleted(cursor)) return
      changes.deleted++
      cursor.leave(row)
      writer.startPage(pages.endRow())
    },
    'w:tc': (writer, _, { pages }) => {
      writer.tables.cell()
      writer.startPage(pages.beginCell())
    },
    'w:tblPr': pass,
    'w:tblPrEx': pass,
    'w:tblGrid': pass,
    'w:tcPr': pass,
  },
  close: {
    'w:tc': (writer) => writer.endRunningOn(),
    'w:tr': (writer, _, { pages }) => writer.startPage(pages.endRow()),
    'w:tbl': (writer) => writer.endTable(),
  },
}

/** Reads the `w:trPr` that the cursor stands on, to its end: whether its row was deleted. */
function readIsDeleted(cursor: XmlCursor): boolean {
  const depth = cursor.depth
  let isDeleted = false
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:del') isDeleted = true
    else if (cursor.name === 'w:trPrChange') cursor.skip()
  }
  return isDeleted
}
