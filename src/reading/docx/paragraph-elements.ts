import { pass, type Handlers } from './element-handler.ts'
import { readSection } from './section.ts'

/** Paragraphs, what groups them, and changes to them. Changes are read as accepted. */
export const paragraphElements: Handlers = {
  open: {
    'w:p': (writer, cursor) => writer.beginParagraph(writer.isText ? null : cursor.attribute('w14:paraId')),
    'w:pPr': (writer, cursor, context) => writer.setParagraph(context.paragraphProps(cursor)),
    'w:sectPr': (_, cursor, context) => context.sections.push(readSection(cursor)),
    'w:ins': (_writer, _cursor, { changes }) => changes.inserted++,
    'w:moveTo': (_writer, _cursor, { changes }) => changes.moved++,
    'w:del': (_, cursor, { changes }) => {
      changes.deleted++
      cursor.skip()
    },
    'w:moveFrom': pass,
    'w:altChunk': (writer) => writer.lose('embedded-file'),
    'w:subDoc': (writer) => writer.lose('embedded-file'),
    'w:sdtEndPr': pass,
    'w:smartTagPr': pass,
    'w:customXmlPr': pass,
  },
  close: {
    'w:p': (writer) => writer.endParagraph(),
  },
}
