import { pass, type ElementHandler, type Handlers } from './element-handler.ts'
import { isTrue } from './switches.ts'
import { symbolText } from './symbols.ts'

const space: ElementHandler = (writer) => writer.space()

const annotate: ElementHandler = (writer, cursor) => {
  const id = cursor.attribute('w:id')
  if (id !== null) writer.annotate(id)
}

const noteCall =
  (noteClass: 'footnote' | 'endnote'): ElementHandler =>
  (writer, cursor) =>
    writer.call(noteClass, cursor.attribute('w:id') ?? '', isTrue(cursor.attribute('w:customMarkFollows')))

/** Runs and what stands in them, beside their text. */
export const runElements: Handlers = {
  open: {
    'w:r': (writer) => writer.beginRun(),
    'w:rPr': (writer, cursor, context) => writer.setRun(context.runProps(cursor)),
    'w:tab': space,
    'w:ptab': space,
    'w:cr': space,
    'w:br': (writer, cursor) => {
      if (cursor.attribute('w:type') === 'page') writer.breakPage()
      else writer.space()
    },
    'w:lastRenderedPageBreak': (writer) => writer.renderedPage(),
    'w:noBreakHyphen': (writer) => writer.text('-', null),
    'w:sym': (writer, cursor) => {
      const text = symbolText(cursor.attribute('w:font') ?? '', cursor.attribute('w:char') ?? '')
      if (text === null) writer.lose('symbol')
      else writer.text(text, null)
    },
    'w:footnoteReference': noteCall('footnote'),
    'w:endnoteReference': noteCall('endnote'),
    'w:commentRangeEnd': annotate,
    'w:commentReference': annotate,
    'w:bookmarkStart': (writer, cursor) =>
      writer.beginBookmark(cursor.attribute('w:id') ?? '', cursor.attribute('w:name') ?? ''),
    'w:bookmarkEnd': (writer, cursor) => writer.endBookmark(cursor.attribute('w:id') ?? ''),
    'w:rt': pass,
    'w:rubyPr': pass,
  },
  close: {
    'w:r': (writer) => writer.endRun(),
  },
}
