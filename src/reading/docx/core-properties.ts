import type { XmlCursor } from '../office/xml-cursor.ts'

/** What the file's core properties say of it. */
export interface CoreProperties {
  readonly title: string | null
  /** BCP 47. */
  readonly language: string | null
}

/** Reads the part with the core properties. */
export function readCoreProperties(cursor: XmlCursor | null): CoreProperties {
  const said = new Map<string, string>()
  while (cursor && cursor.next() !== 'end')
    if (cursor.kind === 'text') said.set(cursor.name, (said.get(cursor.name) ?? '') + cursor.text())
  const words = (name: string): string | null => {
    const value = said.get(name)?.replace(/\s+/g, ' ').trim() ?? ''
    return value === '' ? null : value
  }
  return { title: words('dc:title'), language: words('dc:language') }
}
