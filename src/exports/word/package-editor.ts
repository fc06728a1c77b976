import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Invalid } from '../../errors.ts'
import { WordPackage } from '../../reading/docx/word-package.ts'
import type { XmlCursor } from '../../reading/office/xml-cursor.ts'
import { commentXml, type WordComment } from './comments-part.ts'
import { OFFICE_RELATIONS, PROLOGUE, WORD, mediaTypeOf } from './namespaces.ts'

const CONTENT_TYPES = '[Content_Types].xml'

/** A Word file whose parts are rewritten one by one; what nobody touches stays as it is, to the byte. */
export class PackageEditor {
  readonly main: string
  private readonly files: Record<string, Uint8Array>
  private readonly reading: WordPackage

  /** @throws Invalid for what is no Word file */
  constructor(bytes: Uint8Array) {
    this.reading = new WordPackage(bytes)
    this.main = this.reading.main
    this.files = unzipSync(bytes)
  }

  /** The part with the text, to walk over. */
  get cursor(): XmlCursor {
    const cursor = this.reading.open(this.main)
    if (cursor === null) throw new Invalid('The original is no Word file that can be written into.')
    return cursor
  }

  /** Parts are written as UTF-8, whatever they were. */
  write(part: string, xml: string): void {
    const text = xml.replace(/^(<\?xml[^<>?]{0,80}encoding=["'])[\w-]+/, '$1UTF-8')
    this.files[this.nameOf(part)] = strToU8(text)
  }

  /** The first `w:id` above those of the comments that the file has. */
  nextCommentId(): number {
    const cursor = this.reading.related('comments')
    let next = 0
    while (cursor && cursor.next() !== 'end')
      if (cursor.kind === 'open' && cursor.name === 'w:comment')
        next = Math.max(next, Number(cursor.attribute('w:id') ?? 0) + 1)
    return next
  }

  /** Adds comments to those of the file, in a part of their own where it has none yet. */
  addComments(comments: ReadonlyMap<number, WordComment>): void {
    if (comments.size === 0) return
    const xml = [...comments].map(([id, comment]) => commentXml(id, comment)).join('')
    const part = this.commentsPart()
    if (part === null) this.addCommentsPart(xml)
    else this.write(part, beforeEnd(this.text(part), 'comments', withNamespace(xml)))
  }

  finish(): Uint8Array {
    return zipSync(this.files)
  }

  private commentsPart(): string | null {
    const related = this.reading.relationships(this.main)
    return related.find(({ type, external }) => type === 'comments' && !external)?.target ?? null
  }

  private addCommentsPart(comments: string): void {
    const folder = this.main.slice(0, this.main.lastIndexOf('/') + 1)
    const part = `${folder}stet-comments.xml`
    this.write(part, `${PROLOGUE}<w:comments xmlns:w="${WORD}">${comments}</w:comments>`)
    const relations = `${folder}_rels/${this.main.slice(folder.length)}.rels`
    const link = `<Relationship Id="stetComments" Type="${OFFICE_RELATIONS}/comments" Target="stet-comments.xml"/>`
    this.write(relations, beforeEnd(this.text(relations) || NO_RELATIONS, 'Relationships', link))
    const override = `<Override PartName="/${part}" ContentType="${mediaTypeOf('comments')}"/>`
    this.write(CONTENT_TYPES, beforeEnd(this.text(CONTENT_TYPES), 'Types', override))
  }

  private text(part: string): string {
    const bytes = this.files[this.nameOf(part)]
    return bytes === undefined ? '' : strFromU8(bytes)
  }

  /** The name that the zip has for a part: names differ in case alone at times. */
  private nameOf(part: string): string {
    return Object.keys(this.files).find((name) => name.toLowerCase() === part.toLowerCase()) ?? part
  }
}

const NO_RELATIONS = `${PROLOGUE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

/** Each element says what its prefix means: the file may know the namespace by another one. */
const withNamespace = (xml: string): string => xml.replaceAll('<w:comment ', `<w:comment xmlns:w="${WORD}" `)

/** Puts elements in front of the closing tag of the root. They take the root's prefix where they have none. */
function beforeEnd(xml: string, root: string, elements: string): string {
  const filled = xml.replace(new RegExp(`<(\\w+:)?${root}([^<>]*)/>\\s*$`), `<$1${root}$2></$1${root}>`)
  const prefix = new RegExp(`</(\\w+:)?${root}\\s*>\\s*$`).exec(filled)?.[1] ?? ''
  const end = filled.lastIndexOf('</')
  const prefixed =
    prefix === '' ? elements : elements.replace(/<(?=(?:Override|Relationship) )/g, `<${prefix}`)
  return filled.slice(0, end) + prefixed + filled.slice(end)
}
