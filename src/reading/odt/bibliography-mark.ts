import type { CslItem } from '../document.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'

/** From ODF's kinds of entries (19.780) to CSL's types. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  journal: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  techreport: 'report',
  www: 'webpage',
  misc: 'document',
}

const FIELDS: Readonly<Record<string, string>> = {
  'text:title': 'title',
  'text:journal': 'container-title',
  'text:booktitle': 'container-title',
  'text:publisher': 'publisher',
  'text:address': 'publisher-place',
  'text:volume': 'volume',
  'text:number': 'number',
  'text:pages': 'page',
  'text:url': 'URL',
}

/** The work that a `text:bibliography-mark` of LibreOffice describes in its attributes. */
export function bibliographyItem(cursor: XmlCursor): CslItem {
  const item: Record<string, string> = {}
  for (const [name, key] of Object.entries(FIELDS)) {
    const value = cursor.attribute(name) ?? ''
    if (value !== '') item[key] ??= value
  }
  const year = /\d{4}/.exec(cursor.attribute('text:year') ?? '')?.[0]
  const authors = (cursor.attribute('text:author') ?? '').split(';').map((name) => name.trim())
  const author = authors.filter((name) => name !== '').map((literal) => ({ literal }))
  return {
    ...item,
    type: TYPES[cursor.attribute('text:bibliography-type') ?? ''] ?? 'document',
    ...(author.length > 0 ? { author } : {}),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
  }
}
