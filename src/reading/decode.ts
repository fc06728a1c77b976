import { Invalid } from '../errors.ts'
import type { FlowWarning } from './flow.ts'
import { isOle, oleRefusal } from './office/refuse.ts'

/** A file's text, with line ends as LF and without a byte order mark, and what decoding had to assume. */
export interface DecodedText {
  readonly text: string
  readonly warnings: readonly FlowWarning[]
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Decodes the bytes of a text file: UTF-8, UTF-16 by its byte order mark or its zero bytes, else Windows-1252
 * (which reads ISO 8859-1 too). Source of the labels: https://encoding.spec.whatwg.org.
 *
 * @throws Invalid for a file without text and for a binary file
 */
export function decode(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0)
    throw new Invalid('The file is empty: choose a file that holds the text of the report.')
  if (isOle(bytes)) throw oleRefusal(bytes)
  const known = knownBinary(bytes)
  if (known)
    throw new Invalid(
      `The file is ${known}: save the report as DOCX, HTML, Markdown or plain text and try again.`,
    )
  const encoding = encodingOf(bytes)
  const text = withPlainLineEnds(
    encoding === 'windows-1252' ? decodeWestern(bytes) : new TextDecoder(encoding).decode(bytes),
  )
  if (looksBinary(text)) {
    throw new Invalid(
      'The file is not text: save the report as DOCX, HTML, Markdown or plain text and try again.',
    )
  }
  if (!/\S/.test(text))
    throw new Invalid('The file holds no text: choose a file that holds the text of the report.')
  return { text, warnings: encoding === 'windows-1252' ? [assumedWestern] : [] }
}

const assumedWestern: FlowWarning = {
  rule: 'encoding-assumed',
  message:
    'The file is not UTF-8; it was read as Windows-1252 (Latin-1). Check accented letters and quotation marks.',
}

const SIGNATURES: readonly (readonly [bytes: string, name: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive of a kind that cannot be read (EPUB, a spreadsheet, several files)'],
  ['{\\rtf', 'an RTF document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
]

/** What a file is by its first bytes, in words, for kinds that people take for text. */
function knownBinary(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return encodingByZeroBytes(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Western text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function encodingByZeroBytes(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length, 4096) >> 1
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd > pairs * 0.4 && even <= pairs * 0.02) return 'utf-16le'
  if (even > pairs * 0.4 && odd <= pairs * 0.02) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What Windows-1252 has at 0x80–0x9F; five bytes stand for nothing. Node 20's own decoder leaves these out. */
const WESTERN_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWestern(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, (char) => WESTERN_80[char.charCodeAt(0) - 0x80] ?? char)
}

function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** More than one control character in two hundred: no text file has that, compressed and compiled files do. */
function looksBinary(text: string): boolean {
  const looked = Math.min(text.length, 65_536)
  let strange = 0
  for (let i = 0; i < looked; i++) if (isStrange(text.charCodeAt(i))) strange++
  return strange * 200 > looked
}

/** Controls other than tab, line feed, form feed and escape, and the sign of an undecodable byte. */
function isStrange(code: number): boolean {
  return (
    (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 27) ||
    code === 0x7f ||
    code === 0xfffd
  )
}
