import { isUtf8 } from 'node:buffer'
import { damaged } from './damaged.ts'

/** The text of an XML part: UTF-8, or UTF-16 by its byte order mark, as office files may be. @throws Invalid for bytes that are neither */
export function xmlText(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes, name)
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes, name)
  if (!isUtf8(bytes)) throw damaged(`${name} is not text`)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function utf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw damaged(`${name} is not text`)
  }
}
