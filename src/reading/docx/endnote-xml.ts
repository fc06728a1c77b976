import { Invalid } from '../../errors.ts'
import type { CslItem, CslName } from '../document.ts'
import { XmlCursor } from '../office/xml-cursor.ts'

/** From EndNote's numbers of its kinds of references to CSL's types. */
const TYPES: Readonly<Record<string, string>> = {
  '0': 'article-journal',
  '3': 'chapter',
  '5': 'chapter',
  '6': 'book',
  '10': 'paper-conference',
  '12': 'webpage',
  '13': 'document',
  '16': 'webpage',
  '17': 'article-journal',
  '19': 'article-magazine',
  '23': 'article-newspaper',
  '25': 'patent',
  '27': 'report',
  '28': 'book',
  '31': 'bill',
  '32': 'thesis',
  '43': 'article-journal',
  '47': 'paper-conference',
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  'secondary-title': 'container-title',
  'full-title': 'container-title',
  publisher: 'publisher',
  'pub-location': 'publisher-place',
  volume: 'volume',
  number: 'issue',
  pages: 'page',
  url: 'URL',
  'electronic-resource-num': 'DOI',
}

/** The XML in a field's data, which EndNote encodes as base64; '' where there is none. */
export const endnoteData = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64')
  const text = bytes[1] === 0 ? bytes.toString('utf16le') : bytes.toString('utf8')
  const start = text.indexOf('<EndNote>')
  const end = text.lastIndexOf('</EndNote>')
  return start < 0 || end < 0 ? '' : text.slice(start, end + '</EndNote>'.length)
}

/** The works of a citation in EndNote's XML; null for what is none. */
export function endnoteItems(xml: string): readonly CslItem[] | null {
  const end = xml.lastIndexOf('</EndNote>')
  if (end < 0) return null
  try {
    const items = readRecords(new XmlCursor(xml.slice(0, end + '</EndNote>'.length), 'a citation', new Map()))
    return items.length > 0 ? items : null
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}

function readRecords(cursor: XmlCursor): CslItem[] {
  const items: CslItem[] = []
  while (cursor.next() !== 'end')
    if (cursor.kind === 'open' && cursor.name === 'record') items.push(readRecord(cursor))
  return items
}

/** Values stand in `style` elements inside their own, one for each stretch of the same type. */
function readRecord(cursor: XmlCursor): CslItem {
  const fields = new Map<string, string>()
  const authors: string[] = []
  const path: string[] = []
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind === 'open' && cursor.name !== 'style') {
      path.push(cursor.name)
      if (cursor.name === 'author' && path.at(-2) === 'authors') authors.push('')
    } else if (cursor.kind === 'close' && cursor.name !== 'style') path.pop()
    else if (cursor.kind === 'text') {
      const name = path.at(-1) ?? ''
      if (name === 'author' && path.at(-2) === 'authors') authors.push((authors.pop() ?? '') + cursor.text())
      else fields.set(name, (fields.get(name) ?? '') + cursor.text())
    }
  }
  return itemOf(fields, authors)
}

function itemOf(fields: ReadonlyMap<string, string>, authors: readonly string[]): CslItem {
  const item: Record<string, string> = {}
  for (const [name, key] of Object.entries(FIELDS)) {
    const value = fields.get(name)?.trim() ?? ''
    if (value !== '') item[key] ??= value
  }
  const year = /\d{4}/.exec(fields.get('year') ?? '')?.[0]
  const author = authors.map((name) => nameOf(name.trim()))
  return {
    ...item,
    type: TYPES[fields.get('ref-type')?.trim() ?? ''] ?? 'document',
    ...(author.length > 0 ? { author } : {}),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
  }
}

/** "Family, Given", or a body's name whole. */
function nameOf(name: string): CslName {
  const comma = name.indexOf(',')
  if (comma <= 0) return { literal: name }
  const given = name.slice(comma + 1).trim()
  return { family: name.slice(0, comma).trim(), ...(given === '' ? {} : { given }) }
}
