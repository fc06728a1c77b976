import { Invalid } from '../../errors.ts'
import { Archive } from './archive.ts'
import { isZip } from './zip-directory.ts'

/** What a zipped file is by what stands in it; null for no zip, a damaged one, and one that is no text document. */
export function officeType(bytes: Uint8Array): 'docx' | 'odt' | null {
  if (!isZip(bytes)) return null
  try {
    return typeOf(new Archive(bytes))
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}

const ODF_TEXT = /^application\/vnd\.oasis\.opendocument\.text\b/
const WORD = /wordprocessingml|ms-word\.(?:document|template)\.macroEnabled/
/** Longest list of content types that is looked at. Bytes. */
const LOOK = 200_000

function typeOf(archive: Archive): 'docx' | 'odt' | null {
  if (archive.has('word/document.xml')) return 'docx'
  const text = (name: string): string => Buffer.from(archive.read(name) ?? []).toString('latin1', 0, LOOK)
  if (archive.has('mimetype') && ODF_TEXT.test(text('mimetype').trim())) return 'odt'
  return archive.has('[content_types].xml') && WORD.test(text('[content_types].xml')) ? 'docx' : null
}
