import { createHash } from 'node:crypto'
import { Invalid } from '../errors.ts'

/** What a file that comes back can be. */
export const returnedKinds = ['annotations', 'claims'] as const
export type ReturnedKind = (typeof returnedKinds)[number]

export interface ReturnedFile {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Bytes of the largest file that is taken in: some ten times what a long report's table has. */
export const LARGEST_RETURN = 5 * 1024 * 1024

/**
 * A file's text. UTF-8, or UTF-16 with its byte order mark, as spreadsheets write it.
 * @throws Invalid it is too large, empty, or in no such encoding
 */
export function returnedText({ bytes, name }: ReturnedFile): string {
  if (bytes.length > LARGEST_RETURN)
    throw new Invalid(`${name} is larger than ${LARGEST_RETURN / 1024 / 1024} MB: send only what changed.`)
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  const text = decoded(bytes, encoding)
  if (text === null)
    throw new Invalid(
      `${name} is not in UTF-8: save it as “CSV UTF-8”, or as JSON in UTF-8, and send it again.`,
    )
  if (text.trim() === '') throw new Invalid(`${name} is empty: choose another file.`)
  return text
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export const sha256Of = ({ bytes }: ReturnedFile): string => createHash('sha256').update(bytes).digest('hex')

/** A name for what would be done, so that it is done only as it was seen. */
export const digestOf = (plan: unknown): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex')
