import { cslItems } from '../office/csl-items.ts'
import { MOST_LINKS } from '../office/open-links.ts'
import { bibliographyItem } from './bibliography-mark.ts'
import { whole } from './list-styles.ts'
import { pass, type OdtHandlers } from './odt-handler.ts'

/** Spans, links, places and fields inside paragraphs. */
export const inlineElements: OdtHandlers = {
  open: {
    'text:span': ({ writer }, cursor) => writer.beginSpan(cursor.attribute('text:style-name')),
    'text:s': ({ writer }, cursor) => {
      if (whole(cursor.attribute('text:c'), 1) > 0) writer.space()
    },
    'text:tab': ({ writer }) => writer.space(),
    'text:line-break': ({ writer }) => writer.space(),
    'text:soft-page-break': ({ writer }) => writer.breakPage(),
    'text:a': ({ writer }, cursor) => {
      const href = cursor.attribute('xlink:href') ?? ''
      writer.beginLink(href === '' ? null : (line) => line.openLink(href))
    },
    'text:bookmark': ({ writer }, cursor) => writer.line.anchor(cursor.attribute('text:name') ?? ''),
    'text:bookmark-start': ({ writer }, cursor) => writer.line.anchor(cursor.attribute('text:name') ?? ''),
    'text:reference-mark-start': ({ writer }, cursor) => {
      const name = cursor.attribute('text:name') ?? ''
      const items = cslItems(name.slice(name.indexOf('{'), name.lastIndexOf('}') + 1))
      if (items && writer.spans.size < MOST_LINKS) writer.spans.set(name, writer.line.openCitation(items))
    },
    'text:reference-mark-end': ({ writer }, cursor) => {
      const name = cursor.attribute('text:name') ?? ''
      const span = writer.spans.get(name)
      if (span) writer.line.closeSpan(span)
      writer.spans.delete(name)
    },
    'text:bibliography-mark': ({ writer }, cursor) =>
      writer.beginLink((line) => line.openCitation([bibliographyItem(cursor)])),
    'text:ruby-text': pass,
    'text:number': pass,
    'text:script': pass,
    'text:index-title-template': pass,
  },
  close: {
    'text:span': ({ writer }) => writer.endSpan(),
    'text:a': ({ writer }) => writer.endLink(),
    'text:bibliography-mark': ({ writer }) => writer.endLink(),
  },
}
