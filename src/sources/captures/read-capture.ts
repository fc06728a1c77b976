import { Invalid } from '../../errors.ts'
import { readDocumentAside } from '../../reading/read-document-aside.ts'
import { type CaptureType, HTML, MHTML } from './capture.ts'
import { inUnicode } from './in-unicode.ts'
import { pageOfMhtml } from './mhtml.ts'

/** The readable text of a capture and its title, or why there is none. */
export interface CaptureReading {
  readonly text: string | null
  readonly title: string | null
  readonly unread: string | null
}

/** Longest text that is kept beside a capture, in code units: the bytes themselves are kept whole. */
const LONGEST = 2_000_000

/** Reads what a capture says, with limits on time and memory. What cannot be read is kept without a text, and says why. */
export async function readCapture(
  bytes: Uint8Array,
  { reads, mediaType }: CaptureType,
  { name, contentType = null }: { readonly name: string; readonly contentType?: string | null },
): Promise<CaptureReading> {
  if (mediaType === MHTML.mediaType) return readSavedPage(bytes, name)
  if (reads === null) return { text: null, title: null, unread: null }
  try {
    const plain = reads === 'html' || reads === 'text'
    const given = plain ? inUnicode(bytes, contentType) : bytes
    const { text, title } = await readDocumentAside(given, { name, type: reads })
    return {
      text: text.slice(0, LONGEST),
      title: title === name ? null : title.replaceAll('\0', '').trim().slice(0, 500) || null,
      unread: text.length > LONGEST ? `Only the first ${LONGEST} characters of its text were read.` : null,
    }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { text: null, title: null, unread: error.message }
  }
}

/** The page in a saved web page, which shows what the browser showed. */
async function readSavedPage(bytes: Uint8Array, name: string): Promise<CaptureReading> {
  const page = pageOfMhtml(bytes)
  if (page === null)
    return { text: null, title: null, unread: 'There is no page in this saved page: its parts are broken.' }
  return readCapture(page.bytes, HTML, { name, contentType: page.contentType })
}
