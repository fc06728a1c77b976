import type { OdtHandler, OdtHandlers } from './odt-handler.ts'
import { pass } from './odt-handler.ts'
import { whole } from './list-styles.ts'

const region =
  (name: 'contents' | 'references'): OdtHandler =>
  ({ writer }) =>
    writer.regions.push(name)

const endRegion: OdtHandler = ({ writer }) => writer.regions.pop()

const endParagraph: OdtHandler = (context) => {
  context.writer.endParagraph()
  context.paragraphs--
}

const beginItem: OdtHandler = ({ writer }, cursor) => {
  const start = cursor.attribute('text:start-value')
  writer.lists.item(start === null ? null : whole(start, 1))
}

/** Paragraphs, headings, lists, tables, sections and indexes. */
export const blockElements: OdtHandlers = {
  open: {
    'text:p': (context, cursor) => {
      context.paragraphs++
      context.writer.beginParagraph(cursor.attribute('text:style-name'), null)
    },
    'text:h': (context, cursor) => {
      context.paragraphs++
      const level = whole(cursor.attribute('text:outline-level'), 1)
      context.writer.beginParagraph(cursor.attribute('text:style-name'), level)
    },
    'text:list': ({ writer }, cursor) =>
      writer.lists.begin(
        {
          name: cursor.attribute('text:style-name'),
          id: cursor.attribute('xml:id'),
          goesOn: cursor.attribute('text:continue-numbering') === 'true',
          after: cursor.attribute('text:continue-list'),
        },
        writer.styles.lists,
      ),
    'text:list-item': beginItem,
    'table:table': ({ writer }) => writer.tables.begin(writer.blocks.length),
    'table:table-cell': ({ writer }) => writer.tables.cell(),
    'table:covered-table-cell': pass,
    'text:section': (context, cursor) => {
      const isHidden = cursor.attribute('text:display') === 'none'
      context.sections.push(isHidden)
      if (isHidden) context.writer.hideSection()
    },
    'text:table-of-content': region('contents'),
    'text:illustration-index': region('contents'),
    'text:table-index': region('contents'),
    'text:object-index': region('contents'),
    'text:user-index': region('contents'),
    'text:alphabetical-index': region('contents'),
    'text:bibliography': region('references'),
    'text:tracked-changes': (context, cursor) => {
      const depth = cursor.depth
      while (cursor.next() !== 'end' && cursor.depth >= depth)
        if (cursor.kind === 'open' && cursor.name === 'text:changed-region') context.changes++
    },
    'office:forms': pass,
  },
  close: {
    'text:p': endParagraph,
    'text:h': endParagraph,
    'text:list': ({ writer }) => writer.lists.end(),
    'table:table': ({ writer }) => writer.endTable(),
    'text:section': ({ sections, writer }) => {
      if (sections.pop() === true) writer.showSection()
    },
    'text:table-of-content': endRegion,
    'text:illustration-index': endRegion,
    'text:table-index': endRegion,
    'text:object-index': endRegion,
    'text:user-index': endRegion,
    'text:alphabetical-index': endRegion,
    'text:bibliography': endRegion,
  },
}
