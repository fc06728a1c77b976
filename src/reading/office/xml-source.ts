import { damaged } from './damaged.ts'

/** The text of an XML part: UTF-8, or UTF-16 by its byte order mark, as office files may be. @throws Invalid for bytes that are neither */
export function xmlText(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw damaged(`${name} is not text`)
  }
}
