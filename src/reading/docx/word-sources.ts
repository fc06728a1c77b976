import type { CslItem, CslName } from '../document.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import type { WordPackage } from './word-package.ts'

/** From Word's kinds of sources (ECMA-376, 22.6.2.60) to CSL's. */
const TYPES: Readonly<Record<string, string>> = {
  ArticleInAPeriodical: 'article-magazine',
  Book: 'book',
  BookSection: 'chapter',
  Case: 'legal_case',
  ConferenceProceedings: 'paper-conference',
  DocumentFromInternetSite: 'webpage',
  ElectronicSource: 'webpage',
  Film: 'motion_picture',
  InternetSite: 'webpage',
  Interview: 'interview',
  JournalArticle: 'article-journal',
  Patent: 'patent',
  Report: 'report',
}

const FIELDS: Readonly<Record<string, string>> = {
  'b:Title': 'title',
  'b:JournalName': 'container-title',
  'b:PeriodicalTitle': 'container-title',
  'b:BookTitle': 'container-title',
  'b:InternetSiteTitle': 'container-title',
  'b:ConferenceName': 'container-title',
  'b:Publisher': 'publisher',
  'b:City': 'publisher-place',
  'b:Volume': 'volume',
  'b:Issue': 'issue',
  'b:Pages': 'page',
  'b:URL': 'URL',
  'b:DOI': 'DOI',
  'b:StandardNumber': 'number',
  'b:Edition': 'edition',
}

/** The sources that Word keeps in the file for its own citations, by their tags. */
export function wordSources(file: WordPackage): ReadonlyMap<string, CslItem> {
  const sources = new Map<string, CslItem>()
  for (const { type, target, external } of file.relationships(file.main)) {
    if (type !== 'customXml' || external) continue
    const cursor = file.open(target)
    while (cursor && cursor.next() !== 'end') {
      if (cursor.kind !== 'open') continue
      if (cursor.depth === 1 && cursor.name !== 'b:Sources') break
      if (cursor.name === 'b:Source') addSource(cursor, sources)
    }
  }
  return sources
}

function addSource(cursor: XmlCursor, sources: Map<string, CslItem>): void {
  const fields = new Map<string, string>()
  const authors: CslName[] = []
  const depth = cursor.depth
  let role = ''
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind === 'text') fields.set(cursor.name, cursor.text().trim())
    else if (cursor.kind !== 'open') continue
    else if (cursor.depth === depth + 2) role = cursor.name
    else if (cursor.name === 'b:Person' && role === 'b:Author') authors.push(person(cursor))
    else if (cursor.name === 'b:Corporate' && role === 'b:Author') authors.push({ literal: textOf(cursor) })
  }
  const tag = fields.get('b:Tag')
  if (tag !== undefined) sources.set(tag, itemOf(fields, authors))
}

function person(cursor: XmlCursor): CslName {
  const names = new Map<string, string>()
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth)
    if (cursor.kind === 'text') names.set(cursor.name, cursor.text().trim())
  const given = ['b:First', 'b:Middle'].flatMap((name) => names.get(name) ?? []).join(' ')
  const family = names.get('b:Last')
  return { ...(family === undefined ? {} : { family }), ...(given === '' ? {} : { given }) }
}

function textOf(cursor: XmlCursor): string {
  const depth = cursor.depth
  let text = ''
  while (cursor.next() !== 'end' && cursor.depth >= depth) if (cursor.kind === 'text') text += cursor.text()
  return text.trim()
}

function itemOf(fields: ReadonlyMap<string, string>, author: readonly CslName[]): CslItem {
  const item: Record<string, string> = {}
  for (const [name, key] of Object.entries(FIELDS)) {
    const value = fields.get(name) ?? ''
    if (value !== '') item[key] ??= value
  }
  const issued = dateOf(fields)
  return {
    ...item,
    type: TYPES[fields.get('b:SourceType') ?? ''] ?? 'document',
    ...(author.length > 0 ? { author } : {}),
    ...(issued.length > 0 ? { issued: { 'date-parts': [issued] } } : {}),
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dateOf(fields: ReadonlyMap<string, string>): number[] {
  const year = /\d{4}/.exec(fields.get('b:Year') ?? '')?.[0]
  if (year === undefined) return []
  const said = (fields.get('b:Month') ?? '').toLowerCase()
  const month = /^\d{1,2}$/.test(said) ? Number(said) : MONTHS.indexOf(said.slice(0, 3)) + 1
  const day = Number(/^\d{1,2}$/.exec(fields.get('b:Day') ?? '')?.[0] ?? 0)
  return month < 1 ? [Number(year)] : day < 1 ? [Number(year), month] : [Number(year), month, day]
}
