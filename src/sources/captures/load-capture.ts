import type { Actor } from '../../accounts/account.ts'
import { mayOnSource } from '../../accounts/policy.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { Gone, Invalid, NotFound } from '../../errors.ts'
import { findSource } from '../find-source.ts'
import { standingSources } from '../source-family.ts'
import { extensionOf, fileNameOf } from './capture.ts'
import { CAPTURE_COLUMNS, captureView, type CaptureView } from './list-captures.ts'

/**
 * One capture. `sourceId` of the answer: the source that it counts for.
 * @throws NotFound there is none, or its source is none that they may know of, or is protected without them: always the same answer
 */
export async function loadCapture(
  db: Database | Transaction,
  actor: Actor,
  id: string,
): Promise<CaptureView> {
  const row = await db.capture.findUnique({ where: { id }, select: CAPTURE_COLUMNS })
  if (row === null) throw noSuchCapture()
  const standing = (await standingSources(db, [row.sourceId])).get(row.sourceId)?.id ?? row.sourceId
  const source = await findSource(db, actor, standing).catch((error: unknown) => {
    throw error instanceof NotFound ? noSuchCapture() : error
  })
  if (!mayOnSource(actor, 'see who a source is', source.target)) throw noSuchCapture()
  return { ...captureView(row), sourceId: standing }
}

const noSuchCapture = (): NotFound => new NotFound('There is no such capture.')

/** A file of a capture: what was seen, bit for bit, or its WARC file. */
export interface CaptureFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * The bytes of a capture.
 * @throws NotFound as loadCapture, or there is no WARC file · Gone two people destroyed them
 */
export async function loadCaptureFile(
  db: Database,
  actor: Actor,
  id: string,
  which: 'file' | 'warc',
): Promise<CaptureFile> {
  const capture = await loadCapture(db, actor, id)
  const row = await db.capture.findUniqueOrThrow({ where: { id }, select: { blobId: true, warcId: true } })
  const sha256 = which === 'file' ? row.blobId : row.warcId
  const blob = sha256 === null ? null : await db.blob.findUnique({ where: { sha256 } })
  if (blob === null) throw new NotFound('This capture has no WARC file: it was uploaded.')
  if (blob.bytes === null)
    throw new Gone('Two people destroyed this file under a rule; its hash and the reason remain.')
  const extension = which === 'warc' ? 'warc.gz' : extensionOf(blob.mediaType)
  const name = fileNameOf(capture.seenAt, capture.sha256, extension)
  return { name, mediaType: blob.mediaType, bytes: blob.bytes }
}

/** The readable text of a capture; null where there is none. */
export async function loadCaptureText(db: Database, actor: Actor, id: string): Promise<string | null> {
  await loadCapture(db, actor, id)
  const row = await db.capture.findUnique({ where: { id }, select: { text: { select: { body: true } } } })
  return row?.text?.body ?? null
}

/**
 * Makes sure that a capture is one of this source, for evidence that is read from it.
 * @throws NotFound · Invalid it is a capture of another source
 */
export async function assertCaptureOf(
  db: Database | Transaction,
  actor: Actor,
  captureId: string,
  sourceId: string | null,
): Promise<void> {
  const capture = await loadCapture(db, actor, captureId)
  const standing =
    sourceId === null ? null : ((await standingSources(db, [sourceId])).get(sourceId)?.id ?? sourceId)
  if (capture.sourceId !== standing)
    throw new Invalid('This capture shows another source: choose one of this source. Nothing was recorded.')
}
