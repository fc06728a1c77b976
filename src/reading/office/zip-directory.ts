import { damaged, locked } from './damaged.ts'
import { MOST_ENTRIES } from './limits.ts'
import { Invalid } from '../../errors.ts'

/** One file in an archive as the directory lists it. Sizes in bytes; what it says of them may be a lie. */
export interface ZipEntry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Where the entry's own header begins. */
  readonly offset: number
}

const END = 0x06054b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const LISTED = 0x02014b50
const LISTED_SIZE = 46
const ENCRYPTED = 1
/** What stands in a field of 32 bits whose value stands elsewhere, in 64: a file above four gigabytes. */
const ELSEWHERE = 0xffffffff

/** The key of a name: case counts for nothing in office files, and some programs write backslashes. */
export const nameKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

/**
 * Reads the list of files at the end of a zip archive (APPNOTE 6.3.10, 4.3.12 and 4.3.16), by {@link nameKey}.
 * Of two files with the same name the first counts.
 * @throws Invalid for an archive that is cut off, encrypted or has too many files
 */
export function zipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES)
    throw new Invalid(`The file holds more than ${MOST_ENTRIES} parts: save it anew from its program.`)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + LISTED_SIZE > end || view.getUint32(at, true) !== LISTED)
      throw damaged('its list of parts is cut off')
    const nameLength = view.getUint16(at + 28, true)
    const name = nameKey(utf8.decode(bytes.subarray(at + LISTED_SIZE, at + LISTED_SIZE + nameLength)))
    if (!entries.has(name)) entries.set(name, entryAt(view, at))
    at += LISTED_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const utf8 = new TextDecoder()

function entryAt(view: DataView, at: number): ZipEntry {
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw locked()
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  const offset = view.getUint32(at + 42, true)
  if ([packed, unpacked, offset].includes(ELSEWHERE)) throw damaged('its parts claim to be gigantic')
  return { method: view.getUint16(at + 10, true), packed, unpacked, offset }
}

/** Where the record stands that ends the archive; only a comment may follow it. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END) return at
  throw damaged('its end is missing')
}

/** True for bytes that begin as a zip archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
