import { Archive } from '../office/archive.ts'
import { damaged, locked } from '../office/damaged.ts'
import { XmlCursor } from '../office/xml-cursor.ts'
import { xmlText } from '../office/xml-source.ts'
import { ODF } from './namespaces.ts'

/** The parts of an OpenDocument file. */
export class OdtPackage {
  private readonly archive: Archive
  private readonly texts = new Map<string, string>()
  /** From the names of parts to their media types, as the manifest says. */
  private readonly mediaTypes = new Map<string, string>()

  /** @throws Invalid for what is no whole OpenDocument text, and for one behind a password */
  constructor(bytes: Uint8Array) {
    this.archive = new Archive(bytes)
    this.readManifest()
    if (!this.archive.has('content.xml')) throw damaged('the part with its text is missing')
  }

  /** A part to walk over, null when the package has none of that name. */
  open(part: string): XmlCursor | null {
    const xml = this.text(part)
    return xml === null ? null : new XmlCursor(xml, part, ODF)
  }

  /** The XML of a part. It is unpacked once. */
  text(part: string): string | null {
    const known = this.texts.get(part)
    if (known !== undefined) return known
    const bytes = this.archive.read(part)
    if (bytes === null) return null
    const text = xmlText(bytes, part)
    this.texts.set(part, text)
    return text
  }

  /** The media type of an object inside the file, '' when the manifest does not say. */
  mediaType(href: string): string {
    return this.mediaTypes.get(href.replace(/^\.\//, '').replace(/\/$/, '')) ?? ''
  }

  private readManifest(): void {
    const cursor = this.open('META-INF/manifest.xml')
    while (cursor && cursor.next() !== 'end') {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'manifest:encryption-data') throw locked()
      if (cursor.name !== 'manifest:file-entry') continue
      const path = (cursor.attribute('manifest:full-path') ?? '').replace(/\/$/, '')
      this.mediaTypes.set(path, cursor.attribute('manifest:media-type') ?? '')
    }
  }
}
