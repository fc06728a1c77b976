import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../accounts/account.ts'
import { appendDeskEvent } from '../../accounts/desk-event.ts'
import type { Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict } from '../../errors.ts'
import { seal, sealHash } from '../../history/sealed-text.ts'
import type { CaptureKind, CaptureMetadata } from './capture.ts'

/** A capture as it is kept. `text`: null where nothing could be read. */
export interface CaptureToKeep {
  readonly sourceId: string
  readonly kind: CaptureKind
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly warc: Uint8Array | null
  readonly text: string | null
  readonly title: string | null
  readonly url: string | null
  readonly finalUrl: string | null
  readonly httpStatus: number | null
  readonly metadata: Omit<CaptureMetadata, 'salt'>
  readonly seenAt: Date
  readonly by: Pick<Actor, 'id'> | null
  readonly at: Date
}

export interface KeptCapture {
  readonly id: string
  /** Of the bytes, hex. */
  readonly sha256: string
}

const WARC_TYPE = 'application/warc'

/**
 * Keeps a capture with its event, within a transaction that has asked the policy. The same bytes are kept once, however many
 * captures show them. The event names them by a salted hash: what a source showed can come to be protected.
 * @throws Conflict two people destroyed these bytes
 */
export async function keepCapture(tx: Transaction, capture: CaptureToKeep): Promise<KeptCapture> {
  const { sourceId, kind, bytes, mediaType, warc, by, at, seenAt } = capture
  const sha256 = await keepBlob(tx, bytes, mediaType)
  const warcId = warc === null ? null : await keepBlob(tx, warc, WARC_TYPE)
  const text = capture.text === null ? null : seal(capture.text.replaceAll('\0', ''))
  if (text !== null) await insertRows(tx, 'SealedText', [text])
  const salt = randomBytes(16).toString('hex')
  const id = newId()
  await insertRows(tx, 'Capture', [
    {
      id,
      sourceId,
      kind,
      blobId: sha256,
      warcId,
      textId: text?.id ?? null,
      title: capture.title,
      url: capture.url,
      finalUrl: capture.finalUrl,
      httpStatus: capture.httpStatus,
      metadata: JSON.stringify({ salt, ...capture.metadata }),
      seenAt,
      capturedById: by?.id ?? null,
    },
  ])
  const payload = { sourceId, captureId: id, capture: kind, bytesHash: sealHash(salt, sha256) }
  await appendDeskEvent(tx, 'source.captured', { by, at }, payload)
  return { id, sha256 }
}

/** Keeps bytes by their SHA-256, once. */
async function keepBlob(tx: Transaction, bytes: Uint8Array, mediaType: string): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await tx.blob.findUnique({ where: { sha256 }, select: { destroyedAt: true } })
  if (known !== null && known.destroyedAt !== null)
    throw new Conflict('Two people destroyed this very file: it is not kept again. Nothing was kept.')
  if (known === null)
    await tx.blob.create({
      data: { sha256, bytes: new Uint8Array(bytes), size: bytes.length, mediaType },
      select: { sha256: true },
    })
  return sha256
}
