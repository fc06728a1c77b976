import { Invalid } from '../../errors.ts'
import { isPdf } from '../../reading/detect.ts'
import type { SourceType } from '../../reading/document.ts'
import { FORMATS } from '../../reading/formats.ts'

/** How a capture came to be: somebody uploaded what they saw, or Stet fetched it. */
export const captureKinds = ['uploaded', 'fetched'] as const
export type CaptureKind = (typeof captureKinds)[number]

/** What is kept beside the bytes of a capture. */
export interface CaptureMetadata {
  /** With it, the event names the capture by a salted hash: 16 random bytes, hex. */
  readonly salt: string
  /** The file's name as whoever uploaded it calls it. */
  readonly name?: string
  /** Of a fetch: the headers that say what the page is, and from when. */
  readonly headers?: Readonly<Record<string, string>>
  /** Of a fetch: the redirects on the way. */
  readonly redirects?: readonly { readonly url: string; readonly status: number }[]
  /** Why there is no readable text, in one sentence. */
  readonly unread?: string
}

/** The headers that are kept by themselves; the WARC file has all of them. */
export const KEPT_HEADERS = ['content-type', 'content-language', 'last-modified', 'etag', 'date'] as const

/** A kind of file that can be kept as a capture. `reads`: the format that its text is read as; null where there is none. */
export interface CaptureType {
  readonly mediaType: string
  readonly extension: string
  readonly reads: SourceType | null
}

const readable = (type: SourceType): CaptureType => ({
  mediaType: FORMATS[type].mediaType,
  extension: FORMATS[type].extensions[0] ?? type,
  reads: type,
})

const image = (kind: string, extension = kind): CaptureType => ({
  mediaType: `image/${kind}`,
  extension,
  reads: null,
})

export const HTML: CaptureType = readable('html')

/** A web page as a browser saves it, with what it shows; its page is read. */
export const MHTML: CaptureType = { mediaType: 'multipart/related', extension: 'mhtml', reads: null }

/** What the bytes of a file begin with, whatever it is called. */
const SIGNATURES: readonly (readonly [RegExp, CaptureType])[] = [
  [/^\x89PNG\r\n/, image('png')],
  [/^\xff\xd8\xff/, image('jpeg', 'jpg')],
  [/^GIF8[79]a/, image('gif')],
  [/^RIFF[\s\S]{4}WEBP/, image('webp')],
  [/^[\s\S]{4}ftypavif/, image('avif')],
  [/^(?:II\*\0|MM\0\*)/, image('tiff', 'tif')],
]

/**
 * What an uploaded file is, by its content, and by its name where the content leaves it open.
 * @throws Invalid it is nothing that shows what somebody saw
 */
export function captureTypeOf(bytes: Uint8Array, name: string): CaptureType {
  if (bytes.length === 0) throw new Invalid('The file is empty: choose the PDF, image or saved page again.')
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const signed = SIGNATURES.find(([signature]) => signature.test(head))
  if (signed !== undefined) return signed[1]
  if (isPdf(bytes)) return readable('pdf')
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^mht(?:ml)?$/.test(extension) || /^(?:From|MIME-Version):[^\r\n]*\r?\n/i.test(head))
    if (/content-type:\s*multipart\/related/i.test(head)) return MHTML
  if (head.startsWith('PK'))
    for (const office of ['docx', 'odt'] as const)
      if (FORMATS[office].extensions.includes(extension)) return readable(office)
  if (head.includes('\0')) throw new Invalid(UNFIT)
  if (
    /^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|\?xml|!--)/i.test(head) ||
    /^x?html?$/.test(extension)
  )
    return readable('html')
  if (/^(?:txt|text|md|markdown)$/.test(extension)) return readable('text')
  throw new Invalid(UNFIT)
}

const UNFIT =
  'Choose a PDF, an image (PNG, JPEG, GIF, WebP), a saved page (HTML, MHTML), a Word file or a text: this file is none of them. Nothing was kept.'

/** What was fetched, by its bytes, else by what the server says. Anything may be kept as it is; only some can be read. */
export function fetchedTypeOf(bytes: Uint8Array, contentType: string | null): CaptureType {
  const declared = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  try {
    return captureTypeOf(bytes, NAMES[declared] ?? '')
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return {
      mediaType: MEDIA_TYPE.test(declared) ? declared : 'application/octet-stream',
      extension: 'bin',
      reads: null,
    }
  }
}

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,80}$/

const NAMES: Readonly<Record<string, string>> = {
  'text/html': 'page.html',
  'application/xhtml+xml': 'page.xhtml',
  'text/plain': 'page.txt',
  'text/markdown': 'page.md',
  [FORMATS.docx.mediaType]: 'page.docx',
  [FORMATS.odt.mediaType]: 'page.odt',
}

/** What a downloaded capture is called: its date and the begin of its SHA-256. */
export const fileNameOf = (seenAt: Date, sha256: string, extension: string): string =>
  `capture-${seenAt.toISOString().slice(0, 10)}-${sha256.slice(0, 8)}.${extension}`

/** The ending of a file of this media type. */
export const extensionOf = (mediaType: string): string =>
  [...SIGNATURES.map(([, type]) => type), MHTML, ...Object.values(FORMATS).map(asType)].find(
    (type) => type.mediaType === mediaType,
  )?.extension ?? 'bin'

const asType = ({ mediaType, extensions }: (typeof FORMATS)[SourceType]) => ({
  mediaType,
  extension: extensions[0] ?? 'bin',
})
