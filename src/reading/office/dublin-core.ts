import type { XmlCursor } from './xml-cursor.ts'

/** What a file says of itself by the elements of Dublin Core. */
export interface DublinCore {
  readonly title: string | null
  /** BCP 47. */
  readonly language: string | null
}

/** Reads the part with the file's properties; without one nothing is said. */
export function readDublinCore(cursor: XmlCursor | null): DublinCore {
  const said = new Map<string, string>()
  while (cursor && cursor.next() !== 'end')
    if (cursor.kind === 'text') said.set(cursor.name, (said.get(cursor.name) ?? '') + cursor.text())
  const words = (name: string): string | null => {
    const value = said.get(name)?.replace(/\s+/g, ' ').trim() ?? ''
    return value === '' ? null : value
  }
  return { title: words('dc:title'), language: words('dc:language') }
}
