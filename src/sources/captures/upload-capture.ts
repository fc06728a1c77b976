import { assertMay } from '../../accounts/policy.ts'
import { standingOf } from '../../accounts/standing.ts'
import type { Database } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'
import { canonicalUrl } from '../canonical-url.ts'
import { changeSource, type SourceDeed } from '../change-source.ts'
import { assertNotMerged, findSource } from '../find-source.ts'
import { LONGEST_TITLE, LONGEST_URL, optionalText } from '../source.ts'
import { captureTypeOf } from './capture.ts'
import { keepCapture, type KeptCapture } from './keep-capture.ts'
import { readCapture } from './read-capture.ts'

export interface UploadedCapture extends SourceDeed {
  readonly bytes: Uint8Array
  /** The file's name as its owner calls it. */
  readonly name: string
  /** When it was seen, not in the future; `at` unless told. */
  readonly seenAt?: Date | undefined
  /** Where it was seen. Not for a protected source. */
  readonly url?: string | undefined
  readonly title?: string | undefined
}

/**
 * Keeps a file as what was seen of a source: its bytes as they are, by their SHA-256, and its text where it has one.
 * @throws NotFound · NotAllowed · Conflict the source was merged, or the file was destroyed · Invalid it is no file of a kind that shows what was seen, a date to come, no web address
 */
export async function uploadCapture(db: Database, input: UploadedCapture): Promise<KeptCapture> {
  const { bytes, by, at, seenAt = at } = input
  const type = captureTypeOf(bytes, input.name)
  const url = addressOf(input.url)
  const title = optionalText(input.title, LONGEST_TITLE)
  const name = input.name.replaceAll('\0', '').slice(-200)
  if (seenAt.getTime() > at.getTime())
    throw new Invalid('It cannot have been seen in the future: give the day on which it was seen.')
  const source = await findSource(db, by, input.sourceId) // before the file is read, which takes seconds
  assertMay((await standingOf(db, by)).actor, 'capture source', source.target)
  assertNotMerged(source)
  const reading = await readCapture(bytes, type, { name })
  return changeSource(db, input, 'capture source', (tx, { id, ...standing }) => {
    if (standing.protected && url !== null)
      throw new Invalid('Everybody would see where a protected source is: leave the address empty.')
    return keepCapture(tx, {
      sourceId: id,
      kind: 'uploaded',
      bytes,
      mediaType: type.mediaType,
      warc: null,
      text: reading.text,
      title: title ?? reading.title,
      url,
      finalUrl: null,
      httpStatus: null,
      metadata: { name, ...(reading.unread === null ? {} : { unread: reading.unread }) },
      seenAt,
      by,
      at,
    })
  })
}

function addressOf(given: string | undefined): string | null {
  const written = optionalText(given, LONGEST_URL)
  if (written === null) return null
  const url = canonicalUrl(written)
  if (url === null) throw new Invalid('Give the address as a web address: https://…, or leave it empty.')
  return url
}
