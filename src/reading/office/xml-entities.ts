import { damaged } from './damaged.ts'

/** The five entities that XML knows by itself. There are no others without a document type definition. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Longest reference: `&#x10FFFF;`, with room for leading zeros. Code units. */
const LONGEST = 16

/** Text with its references resolved (XML 1.0, 4.1). @throws Invalid for a reference to nothing */
export function decodeEntities(raw: string): string {
  let at = raw.indexOf('&')
  if (at < 0) return raw
  let out = ''
  let read = 0
  while (at >= 0) {
    const { text, end } = referenceAt(raw, at)
    out += raw.slice(read, at) + text
    read = end
    at = raw.indexOf('&', end)
  }
  return out + raw.slice(read)
}

/** What the reference at `at` (an ampersand) stands for, and where it ends. */
export function referenceAt(raw: string, at: number): { readonly text: string; readonly end: number } {
  const body = /^&(#[0-9]{1,8}|#x[0-9a-fA-F]{1,8}|[a-z]{2,4});/.exec(raw.slice(at, at + LONGEST))?.[1]
  const text = body?.startsWith('#') === true ? characterOf(body) : NAMED[body ?? '']
  if (body === undefined || text === undefined) throw damaged('its XML refers to an entity that it must not')
  return { text, end: at + body.length + 2 }
}

function characterOf(body: string): string | undefined {
  const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined
}
