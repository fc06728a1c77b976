/** A page out of a saved web page, in the encoding that its Content-Type names. */
export interface SavedPage {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** How deep parts are looked for in parts, and how many of one file. */
const DEEPEST = 3
const MOST_PARTS = 2_000

/** A header's name to its value, folded lines joined; names in lower case. */
type Headers = ReadonlyMap<string, string>

/**
 * The page that a saved web page (MHTML: RFC 2557, a MIME multipart/related) shows: the part that it names as its start, else its
 * first HTML. Null where there is none. Whatever is broken in it is left out.
 */
export function pageOfMhtml(bytes: Uint8Array): SavedPage | null {
  return pageIn(Buffer.from(bytes).toString('latin1'), 0)
}

function pageIn(part: string, depth: number): SavedPage | null {
  const { headers, body } = dividedAt(part)
  const contentType = headers.get('content-type') ?? ''
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType))
    return { bytes: decoded(body, headers.get('content-transfer-encoding') ?? ''), contentType }
  const boundary = parameterOf(contentType, 'boundary')
  if (!/^\s*multipart\//i.test(contentType) || boundary === null || depth >= DEEPEST) return null
  const parts = partsOf(body, boundary)
  const start = parameterOf(contentType, 'start')
  const named = parts.find(
    (one) => start !== null && dividedAt(one).headers.get('content-id')?.trim() === start,
  )
  for (const one of named === undefined ? parts : [named, ...parts]) {
    const page = pageIn(one, depth + 1)
    if (page !== null) return page
  }
  return null
}

/** What stands between the lines of a boundary; what comes before the first and after the last is no part. */
function partsOf(body: string, boundary: string): string[] {
  const quoted = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pieces = body.split(new RegExp(`(?:^|\\r?\\n)--${quoted}(--)?[ \\t]*(?:\\r?\\n|$)`))
  const parts: string[] = []
  for (let at = 2; at < pieces.length && parts.length < MOST_PARTS && pieces[at - 1] === undefined; at += 2)
    parts.push(pieces[at] ?? '')
  return parts
}

function dividedAt(part: string): { readonly headers: Headers; readonly body: string } {
  const blank = /\r?\n\r?\n/.exec(part)
  if (blank === null) return { headers: new Map(), body: part }
  const lines = part
    .slice(0, blank.index)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const headers = new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]]
    }),
  )
  return { headers, body: part.slice(blank.index + blank[0].length) }
}

function parameterOf(value: string, name: string): string | null {
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value) ?? []
  return quoted ?? plain ?? null
}

function decoded(body: string, encoding: string): Uint8Array {
  const how = encoding.trim().toLowerCase()
  if (how === 'base64') return Buffer.from(body.replace(/[^\w+/=]/g, ''), 'base64')
  return Buffer.from(how === 'quoted-printable' ? fromQuotedPrintable(body) : body, 'latin1')
}

/** RFC 2045, 6.7; blanks at the end of a line are none of it, and an equals sign that stands for nothing stays. */
const fromQuotedPrintable = (body: string): string =>
  body
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\r\n')
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
