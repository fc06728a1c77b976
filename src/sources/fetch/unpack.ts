import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchStopped } from './fetched.ts'

/** The packings that are asked for. */
export const PACKINGS = 'gzip, deflate, br'

const UNPACKERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Unpacks a body, and stops as soon as it is larger than `most` bytes: a small file can hold a very large one.
 * @throws FetchStopped it is too large, damaged, or packed in another way
 */
export async function unpack(wire: Uint8Array, encoding: string | null, most: number): Promise<Uint8Array> {
  const packing = (encoding ?? '').trim().toLowerCase()
  if (packing === '' || packing === 'identity' || wire.length === 0) return wire
  const unpacker = UNPACKERS[packing]
  if (unpacker === undefined)
    throw new FetchStopped(
      'broken',
      `the answer is packed in a way that was not asked for (${packing.slice(0, 40)})`,
    )
  const chunks: Buffer[] = []
  let size = 0
  const stream = Readable.from([wire]).pipe(unpacker())
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) throw tooLarge(most)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof FetchStopped
      ? error
      : new FetchStopped('broken', 'the answer is packed, and damaged')
  } finally {
    stream.destroy()
  }
  return Buffer.concat(chunks)
}

export const tooLarge = (most: number): FetchStopped =>
  new FetchStopped('too large', `it is larger than ${Math.floor(most / 1024 / 1024)} MB`)
