import type { Flow, FlowWarning } from '../flow.ts'
import { readDublinCore } from '../office/dublin-core.ts'
import { firstHeading } from '../office/first-heading.ts'
import { withFirstPage } from '../office/first-page.ts'
import { fromPreformatted } from '../office/preformatted.ts'
import { withNotes } from '../office/note-blocks.ts'
import { refuseWithoutWords } from '../office/refuse-without-words.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import type { OdtContext } from './odt-context.ts'
import { OdtPackage } from './odt-package.ts'
import { OdtStyles } from './odt-styles.ts'
import { OdtWriter } from './odt-writer.ts'
import { readContent } from './read-content.ts'

/**
 * Reads an OpenDocument text from its XML: the text as it stands with all changes accepted, with foot- and endnotes, and
 * comments as annotations. Headers and footers are no text.
 * @throws Invalid for what is no whole OpenDocument text, and for one without words
 */
export function readOdt(bytes: Uint8Array): Flow {
  const file = new OdtPackage(bytes)
  const styles = new OdtStyles()
  readStyles(file.open('styles.xml'), styles)
  const context = newContext(file, new OdtWriter(styles), annotationEnds(file))
  readBody(file.open('content.xml'), styles, context)
  const { writer } = context
  const read = fromPreformatted(writer.blocks, writer.lines, writer.notes.length === 0)
  const text = read.blocks
  refuseWithoutWords([text, ...writer.notes.map(({ blocks }) => blocks)])
  const said = readDublinCore(file.open('meta.xml'))
  return {
    title: writer.title ?? said.title ?? read.title ?? firstHeading(text),
    language: said.language ?? writer.languages.main,
    ...withNotes(writer.page > 1 ? withFirstPage(text) : text, writer.notes),
    warnings: [...read.warnings, ...warningsOf(context, text.length)],
  }
}

/** Reads the styles that the writer knows by name; those made for headers and footers stand apart. */
function readStyles(cursor: XmlCursor | null, styles: OdtStyles): void {
  while (cursor && cursor.next() !== 'end') {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'office:automatic-styles' || cursor.name === 'office:master-styles') cursor.skip()
    else styles.read(cursor)
  }
}

function readBody(cursor: XmlCursor | null, styles: OdtStyles, context: OdtContext): void {
  while (cursor && cursor.next() !== 'end') {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'office:text') readContent(cursor, context)
    else styles.read(cursor)
  }
}

function newContext(file: OdtPackage, writer: OdtWriter, ends: ReadonlySet<string>): OdtContext {
  return {
    file,
    writer,
    annotationEnds: ends,
    threads: new Map(),
    notes: [],
    frames: [],
    sections: [],
    paragraphs: 0,
    changes: 0,
    footnotes: 0,
    comments: 0,
    annotations: 0,
  }
}

/** A comment has its marker where its words end; only looking ahead tells whether it has any. */
function annotationEnds(file: OdtPackage): ReadonlySet<string> {
  const xml = file.text('content.xml') ?? ''
  if (!xml.includes(':annotation-end')) return new Set()
  return new Set(
    [...xml.matchAll(/:annotation-end\s[^<>]{0,200}?:name="([^"<>]{0,200})"/g)].map(
      (match) => match[1] ?? '',
    ),
  )
}

function warningsOf({ writer, changes }: OdtContext, count: number): FlowWarning[] {
  const warnings = writer.losses.warnings(count)
  if (changes > 0)
    warnings.push({
      rule: 'tracked-changes',
      message: `${changes} tracked ${changes === 1 ? 'change was' : 'changes were'} read as accepted.`,
    })
  return warnings
}
