import { inflateRawSync } from 'node:zlib'
import { Invalid } from '../../errors.ts'
import { damaged } from './damaged.ts'
import { LARGEST_PART, LARGEST_WHOLE } from './limits.ts'
import { isOle, oleRefusal } from './refuse.ts'
import { isZip, nameKey, zipDirectory, type ZipEntry } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8
const LOCAL = 0x04034b50
const LOCAL_SIZE = 30
/** Bytes. */
const SMALLEST_CHUNK = 16_384
const LARGEST_CHUNK = 16_777_216
/** An archive without files is this long. Bytes. */
const SMALLEST = 22

/** The parts of a zipped document. A part is unpacked when it is asked for, never further than the limits. */
export class Archive {
  private readonly entries: ReadonlyMap<string, ZipEntry>
  private unpacked = 0

  /** @throws Invalid for what is no whole zip archive */
  constructor(private readonly bytes: Uint8Array) {
    if (isOle(bytes)) throw oleRefusal(bytes)
    if (bytes.length < SMALLEST || !isZip(bytes))
      throw damaged('it is no archive of parts, as office files are')
    this.entries = zipDirectory(bytes)
  }

  has(name: string): boolean {
    return this.entries.has(nameKey(name))
  }

  /** Bytes that all parts of XML come to, unpacked: pictures and fonts are never read. */
  get unpackedXml(): number {
    let bytes = 0
    for (const [name, { unpacked }] of this.entries) if (name.endsWith('.xml')) bytes += unpacked
    return bytes
  }

  /** Every name, in lower case. */
  names(): Iterable<string> {
    return this.entries.keys()
  }

  /** The bytes of a part, null when there is no such part. @throws Invalid when it is damaged or larger than the limits */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(nameKey(name))
    if (!entry) return null
    const room = Math.min(LARGEST_PART, LARGEST_WHOLE - this.unpacked)
    if (entry.unpacked > room) throw tooLarge()
    const part = this.unpack(name, entry)
    this.unpacked += part.length
    return part
  }

  /** What the directory says of a part's size binds it: that is what limits are held against. */
  private unpack(name: string, entry: ZipEntry): Uint8Array {
    const packed = this.packedBytes(name, entry)
    if (entry.method === STORED) return packed
    if (entry.method !== DEFLATED) throw damaged(`${name} is packed in an unknown way`)
    try {
      return inflateRawSync(packed, {
        maxOutputLength: Math.max(1, entry.unpacked),
        chunkSize: chunkFor(entry),
      })
    } catch (error) {
      if (error instanceof RangeError) throw damaged(`${name} is larger than the list of its parts says`)
      throw damaged(`${name} cannot be unpacked`)
    }
  }

  private packedBytes(name: string, { offset, packed }: ZipEntry): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL)
      throw damaged(`${name} is missing`)
    const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    if (start + packed > view.byteLength) throw damaged(`${name} is cut off`)
    return this.bytes.subarray(start, start + packed)
  }
}

/** Room for the whole part at once, so that nothing is copied. Bytes. */
const chunkFor = ({ unpacked }: ZipEntry): number =>
  Math.min(Math.max(unpacked, SMALLEST_CHUNK), LARGEST_CHUNK)

const tooLarge = (): Invalid =>
  new Invalid(
    `The file unpacks to more than ${LARGEST_PART / 1_000_000} MB of text: divide it, and read the parts one by one.`,
  )
