import { deflateRawSync } from 'node:zlib'
import { docx, p } from '../docx.ts'
import { zipOf } from '../zip.ts'
import type { HostileFile } from './hostile-file.ts'

const WORDS = 'The keeper lit the lamp at dusk.'

/** An entry of an archive as it is written, true or not. */
interface RawEntry {
  readonly name: string
  readonly packed: Uint8Array
  /** The size that the directory claims. */
  readonly claims: number
  readonly method?: number
  readonly flags?: number
  /** Where the directory says that it begins; where it does by default. */
  readonly offset?: number
}

/** An archive written by hand, so that it can lie. */
function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const local = localHeader(entry)
    directory.push(listed(entry, entry.offset ?? at))
    parts.push(local, Buffer.from(entry.packed))
    at += local.length + entry.packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

function localHeader({ name, packed, claims, method = 8, flags = 0 }: RawEntry): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(claims, 22)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([head, Buffer.from(name)])
}

function listed({ name, packed, claims, method = 8, flags = 0 }: RawEntry, offset: number): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(method, 10)
  head.writeUInt32LE(packed.length, 20)
  head.writeUInt32LE(claims, 24)
  head.writeUInt16LE(Buffer.byteLength(name), 28)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, Buffer.from(name)])
}

const packed = (text: string): Uint8Array => deflateRawSync(Buffer.from(text))
const entry = (name: string, text: string): RawEntry => ({
  name,
  packed: packed(text),
  claims: Buffer.byteLength(text),
})

const TYPES = entry(
  '[Content_Types].xml',
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
)
const body = (inner: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`

/** 300 MB of spaces between two tags: 300 kB packed. */
const bomb = (): Uint8Array => deflateRawSync(Buffer.alloc(300_000_000, ' '), { level: 9 })

const whole = (): Uint8Array => docx(p(WORDS))
const cutTo = (share: number): Uint8Array => {
  const bytes = whole()
  return bytes.subarray(0, Math.floor(bytes.length * share))
}

/** Archives: bombs, lies about sizes, cut off, or no office files at all. */
export const archives = (): readonly HostileFile[] => [
  {
    name: 'bomb.docx',
    make: () => rawZip([TYPES, { name: 'word/document.xml', packed: bomb(), claims: 300_000_000 }]),
    expected: { refused: /unpacks to more than/ },
  },
  {
    name: 'bomb-that-lies.docx',
    make: () => rawZip([TYPES, { name: 'word/document.xml', packed: bomb(), claims: 1000 }]),
    expected: { refused: /larger than the list/ },
  },
  {
    name: 'bomb-in-its-types.docx',
    make: () =>
      rawZip([
        { name: '[Content_Types].xml', packed: bomb(), claims: 1000 },
        entry('word/document.xml', body(p(WORDS))),
      ]),
    expected: { read: WORDS },
  },
  {
    name: 'bomb.odt',
    make: () =>
      rawZip([
        entry('mimetype', 'application/vnd.oasis.opendocument.text'),
        { name: 'content.xml', packed: bomb(), claims: 300_000_000 },
      ]),
    expected: { refused: /unpacks to more than/ },
  },
  {
    name: 'overlapping.docx',
    make: () => overlapping(),
    expected: { refused: /damaged/ },
  },
  {
    name: 'nested.docx',
    make: () => {
      let inner: Uint8Array = Buffer.alloc(1_000_000)
      for (let i = 0; i < 8; i++) inner = zipOf({ [`${i}.zip`]: inner })
      return inner
    },
    expected: { refused: /DOCX|office|damaged|archive/ },
  },
  {
    name: 'hundred-thousand-entries.docx',
    make: () =>
      rawZip(
        Array.from({ length: 100_000 }, (_, i) => ({
          name: `word/${i}.xml`,
          packed: new Uint8Array(0),
          claims: 0,
          method: 0,
        })),
      ),
    expected: { refused: /parts|damaged/ },
  },
  {
    name: 'sixty-thousand-entries.docx',
    make: () =>
      rawZip(
        Array.from({ length: 60_000 }, (_, i) => ({
          name: `word/${i}.xml`,
          packed: new Uint8Array(0),
          claims: 0,
          method: 0,
        })),
      ),
    expected: { refused: /more than 10000 parts/ },
  },
  { name: 'cut-at-half.docx', make: () => cutTo(0.5), expected: { refused: /damaged/ } },
  { name: 'cut-at-the-end.docx', make: () => cutTo(0.97), expected: { refused: /damaged/ } },
  {
    name: 'four-bytes.docx',
    make: () => Buffer.from('PK\x03\x04', 'latin1'),
    expected: { refused: /damaged/ },
  },
  {
    name: 'empty-parts.docx',
    make: () =>
      rawZip([
        { name: '[Content_Types].xml', packed: new Uint8Array(0), claims: 0, method: 0 },
        { name: 'word/document.xml', packed: new Uint8Array(0), claims: 0, method: 0 },
      ]),
    expected: { refused: /damaged|no text/ },
  },
  {
    name: 'entry-beyond-the-end.docx',
    make: () => rawZip([TYPES, { ...entry('word/document.xml', body(p(WORDS))), offset: 4_000_000_000 }]),
    expected: { refused: /damaged/ },
  },
  {
    name: 'unknown-packing.docx',
    make: () => rawZip([TYPES, { ...entry('word/document.xml', body(p(WORDS))), method: 99 }]),
    expected: { refused: /damaged/ },
  },
  {
    name: 'garbled.docx',
    make: () =>
      rawZip([TYPES, { name: 'word/document.xml', packed: Buffer.alloc(5000, 0x5a), claims: 5000 }]),
    expected: { refused: /damaged/ },
  },
  {
    name: 'zip-with-a-password.docx',
    make: () => rawZip([TYPES, { ...entry('word/document.xml', body(p(WORDS))), flags: 1 }]),
    expected: { refused: /password/ },
  },
  {
    name: 'path-that-climbs.docx',
    make: () =>
      rawZip([TYPES, entry('../../../../etc/passwd', 'root'), entry('word/document.xml', body(p(WORDS)))]),
    expected: { read: WORDS },
  },
  {
    name: 'pictures.zip',
    make: () => zipOf({ 'a.png': new Uint8Array(100) }),
    expected: { refused: /zip|DOCX/i },
  },
  { name: 'document.txt', make: whole, expected: { read: WORDS } },
  { name: 'text.docx', make: () => `${WORDS}\n`, expected: { refused: /damaged/ } },
  { name: 'text.odt', make: () => `${WORDS}\n`, expected: { refused: /damaged/ } },
  {
    name: 'password.docx',
    make: () => oleFile('EncryptedPackage', 'EncryptionInfo'),
    expected: { refused: /password/ },
  },
  {
    name: 'old.doc',
    make: () => oleFile('WordDocument', '1Table'),
    expected: { refused: /save it as DOCX/ },
  },
  { name: 'old.rtf', make: () => `{\\rtf1 ${WORDS}}`, expected: { refused: /RTF/ } },
]

/** Four parts that are the same packed bytes, each 70 MB unpacked. */
function overlapping(): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(70_000_000, 'a'))
  const names = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'word/styles.xml']
  return rawZip([
    { name: names[0] ?? '', packed: data, claims: 70_000_000 },
    ...names.slice(1).map((name) => ({ name, packed: new Uint8Array(0), claims: 70_000_000, offset: 0 })),
  ])
}

/** The container in which old Word files and files behind a password come, with streams of these names. */
function oleFile(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  streams.forEach((name, i) => bytes.write(name, 1024 + i * 128, 'utf16le'))
  return bytes
}
