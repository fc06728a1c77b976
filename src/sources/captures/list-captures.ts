import type { Actor } from '../../accounts/account.ts'
import { mayOnSource } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import { findSource } from '../find-source.ts'
import { sourceFamily } from '../source-family.ts'
import type { CaptureMetadata } from './capture.ts'

/** A capture as a list shows it. `sha256`, `size`: of the bytes. `destroyed`: two people destroyed them; the row remains. */
export interface CaptureView {
  readonly id: string
  readonly sourceId: string
  readonly kind: string
  readonly title: string | null
  readonly url: string | null
  readonly finalUrl: string | null
  readonly httpStatus: number | null
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly destroyed: boolean
  readonly warc: { readonly sha256: string; readonly size: number } | null
  readonly hasText: boolean
  readonly metadata: Omit<CaptureMetadata, 'salt'>
  readonly seenAt: Date
  readonly capturedBy: { readonly id: string; readonly name: string } | null
}

export const CAPTURE_COLUMNS = {
  id: true,
  sourceId: true,
  kind: true,
  title: true,
  url: true,
  finalUrl: true,
  httpStatus: true,
  metadata: true,
  seenAt: true,
  blob: { select: { sha256: true, size: true, mediaType: true, destroyedAt: true } },
  warc: { select: { sha256: true, size: true, destroyedAt: true } },
  text: { select: { id: true, destroyedAt: true } },
  capturedBy: { select: { id: true, name: true } },
} as const

interface CaptureRow extends Pick<
  CaptureView,
  'id' | 'sourceId' | 'kind' | 'title' | 'url' | 'finalUrl' | 'httpStatus' | 'seenAt' | 'capturedBy'
> {
  readonly metadata: string | null
  readonly blob: {
    readonly sha256: string
    readonly size: number
    readonly mediaType: string
    readonly destroyedAt: Date | null
  }
  readonly warc: { readonly sha256: string; readonly size: number; readonly destroyedAt: Date | null } | null
  readonly text: { readonly destroyedAt: Date | null } | null
}

export function captureView({ blob, warc, text, metadata, ...row }: CaptureRow): CaptureView {
  return {
    ...row,
    mediaType: blob.mediaType,
    size: blob.size,
    sha256: blob.sha256,
    destroyed: blob.destroyedAt !== null,
    warc: warc?.destroyedAt === null ? { sha256: warc.sha256, size: warc.size } : null,
    hasText: text?.destroyedAt === null,
    metadata: withoutSalt(metadata),
  }
}

const withoutSalt = (metadata: string | null): CaptureView['metadata'] =>
  Object.fromEntries(
    Object.entries(JSON.parse(metadata ?? '{}') as CaptureMetadata).filter(([name]) => name !== 'salt'),
  )

/**
 * The captures of a source and of what was merged into it, newest first. What was seen of a protected source tells what it is:
 * whoever is not named on it sees none.
 * @throws NotFound there is no source that they may know of
 */
export async function listCaptures(db: Database, actor: Actor, sourceId: string): Promise<CaptureView[]> {
  const source = await findSource(db, actor, sourceId)
  if (!mayOnSource(actor, 'see who a source is', source.target)) return []
  const rows = await db.capture.findMany({
    where: { sourceId: { in: [...(await sourceFamily(db, source.id))] } },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    select: CAPTURE_COLUMNS,
  })
  return rows.map(captureView)
}
