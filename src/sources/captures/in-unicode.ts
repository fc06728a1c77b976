/** How far into a page its own word on its encoding is looked for, in bytes (the HTML standard looks as far). */
const LOOK = 1024

/**
 * A text or page as UTF-8 with a byte order mark, by the encoding that the server names, else the page itself. Bytes whose encoding
 * nobody names, or that nobody knows, come back as they are.
 */
export function inUnicode(bytes: Uint8Array, contentType: string | null): Uint8Array {
  const label = charsetIn(contentType ?? '') ?? charsetIn(headOf(bytes))
  const decoder = label === null ? null : decoderFor(label)
  if (decoder === null) return bytes
  return Buffer.from(`\uFEFF${decoder.decode(bytes)}`, 'utf8')
}

const headOf = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, LOOK)).toString('latin1')
  return /<meta\b[^>]*>/gi.exec(head) === null ? '' : (/<meta\b[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '')
}

const charsetIn = (words: string): string | null =>
  /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(words)?.[1]?.toLowerCase() ?? null

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
