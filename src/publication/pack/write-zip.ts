import { crc32 } from 'node:zlib'

/** A file of a pack. */
export interface PackFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** More than this a zip without extensions cannot hold: files, and bytes. */
const MOST_FILES = 0xffff
const MOST_BYTES = 0xffffffff

/**
 * A zip of these files, the same bytes for the same files: in the order of their names, not compressed, all of one date, nothing
 * between them and nothing behind. The verifier (verifier/verify.mjs) takes no other form. Source: APPNOTE.TXT 6.3.10, 4.3.
 * @throws RangeError too many files, or too many bytes
 */
export function zipOf(files: readonly PackFile[]): Uint8Array {
  const entries = files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(entryOf)
  const [local, directory]: [Uint8Array[], Buffer[]] = [[], []]
  let start = 0
  for (const { head, title, bytes } of entries) {
    local.push(LOCAL, head, title, bytes)
    directory.push(CENTRAL, head, REST, four(start), title)
    start += LOCAL.length + head.length + title.length + bytes.length
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0)
  if (files.length > MOST_FILES || start + length > MOST_BYTES)
    throw new RangeError('A zip cannot hold as much')
  const amount = two(files.length)
  const end = Buffer.concat([END, amount, amount, four(length), four(start), two(0)])
  return Buffer.concat([...local, ...directory, end])
}

const two = (n: number): Buffer => Buffer.from([n & 255, n >>> 8])
const four = (n: number): Buffer => Buffer.from([n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24])

const LOCAL = Buffer.from('PK\x03\x04', 'latin1')
/** With the version that wrote it. */
const CENTRAL = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
/** No comment, first disk, no attributes. */
const REST = Buffer.alloc(10)
const END = Buffer.from('PK\x05\x06\x00\x00\x00\x00', 'latin1')

/** Version 2.0, names in UTF-8, stored, 1 January 1980. */
const SAID = Buffer.from('\x14\x00\x00\x08\x00\x00\x00\x00\x21\x00', 'latin1')

function entryOf({ name, bytes }: PackFile) {
  const title = Buffer.from(name)
  const size = four(bytes.length)
  const head = Buffer.concat([SAID, four(crc32(bytes)), size, size, two(title.length), two(0)])
  return { head, title, bytes }
}
