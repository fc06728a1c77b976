import { Invalid } from '../../errors.ts'
import { detectType, isPdf } from '../detect.ts'
import { FORMATS } from '../formats.ts'
import { Archive } from '../office/archive.ts'
import { isZip } from '../office/zip-directory.ts'
import type { ReadOptions } from '../read-document.ts'

/** Whether a file is plain text of some kind, told without unpacking any of it. */
export const isPlain = (bytes: Uint8Array, { name, type }: ReadOptions): boolean =>
  !isZip(bytes) && !isPdf(bytes) && FORMATS[type ?? detectType(name, bytes)].plain

/** Bytes of XML in an office file, by its own list of parts, which binds it; infinite for what is no whole archive. */
export function unpackedXml(bytes: Uint8Array): number {
  if (!isZip(bytes)) return Infinity
  try {
    return new Archive(bytes).unpackedXml
  } catch (error) {
    if (error instanceof Invalid) return Infinity
    throw error
  }
}
