import type { XmlCursor } from '../office/xml-cursor.ts'

/** Different properties that are remembered. A file repeats a few dozen; a hostile one fills no memory. */
const MOST = 2000

/** Reads properties with a reader, once for each different raw XML: Word repeats the same few on thousands of runs. */
export function cachedReader<Props>(read: (cursor: XmlCursor) => Props): (cursor: XmlCursor) => Props {
  const known = new Map<string, Props>()
  return (cursor) => {
    const raw = cursor.peek()
    const found = raw === null ? undefined : known.get(raw)
    if (raw !== null && found !== undefined) {
      cursor.pass(raw)
      return found
    }
    const end = cursor.end + (raw?.length ?? 0)
    const props = read(cursor)
    // Where an element of the same name stands inside, the raw XML is only its first part.
    if (raw !== null && cursor.end === end && known.size < MOST) known.set(raw, props)
    return props
  }
}
