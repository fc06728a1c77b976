import type { Database } from '../../db/database.ts'
import { sha256 } from '../../history/canonical.ts'
import { extensionOf } from '../../sources/captures/capture.ts'
import type { Snapshot } from '../snapshot.ts'
import { WHY, type Why } from './withholding.ts'

/** Bytes of captures that one pack takes; what goes beyond is named by its hash. */
export const MOST_CAPTURED = 512 * 1024 ** 2

export interface LoadedFile {
  readonly sha256: string
  readonly extension: string
  /** Null where it stays in the house, for the reason `why`. */
  readonly bytes: Uint8Array | null
  readonly why: Why | null
}

/** The original of a draft. */
export const loadOriginal = async (
  db: Database,
  { draft }: Pick<Snapshot, 'draft'>,
): Promise<LoadedFile> => ({
  ...(await loadBlob(db, draft.original)),
  extension: /\.([a-z0-9]{1,8})$/i.exec(draft.sourceName)?.[1]?.toLowerCase() ?? draft.sourceType,
})

/** What was seen of the sources that a snapshot names, each file once; of none that is protected, then or now. */
export async function loadCaptures(
  db: Database,
  { sources }: Pick<Snapshot, 'sources'>,
  most: number = MOST_CAPTURED,
): Promise<LoadedFile[]> {
  const hashes = [...new Set(sources.flatMap(({ captures }) => captures.map((one) => one.sha256)))].sort()
  const kept = await protectedCaptures(db, hashes)
  const files: LoadedFile[] = []
  let room = most
  for (const hash of hashes) {
    const file = kept.has(hash)
      ? { sha256: hash, extension: 'bin', bytes: null, why: WHY.protected }
      : await loadBlob(db, hash, room)
    room -= file.bytes?.length ?? 0
    files.push(file)
  }
  return files
}

/** Those of these files that show a protected source, whatever else they show. */
async function protectedCaptures(db: Database, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.capture.findMany({
    where: { source: { OR: [{ protected: true }, { mergedInto: { protected: true } }] } },
    select: { blobId: true },
  })
  const named = new Set(hashes)
  return new Set(rows.map(({ blobId }) => blobId).filter((hash) => named.has(hash)))
}

async function loadBlob(db: Database, hash: string, room = Number.POSITIVE_INFINITY): Promise<LoadedFile> {
  const stays = (why: Why, mediaType = ''): LoadedFile => ({
    sha256: hash,
    extension: extensionOf(mediaType),
    bytes: null,
    why,
  })
  const row = await db.blob.findUnique({
    where: { sha256: hash },
    select: { size: true, mediaType: true, destroyedAt: true },
  })
  if (row === null) return stays(WHY.missing)
  if (row.destroyedAt !== null) return stays(WHY.destroyed, row.mediaType)
  if (row.size > room) return stays(WHY.tooLarge, row.mediaType)
  const stored = await db.blob.findUnique({ where: { sha256: hash }, select: { bytes: true } })
  if (stored?.bytes == null) return stays(WHY.missing, row.mediaType)
  if (sha256(stored.bytes) !== hash) return stays(WHY.changed, row.mediaType)
  return { sha256: hash, extension: extensionOf(row.mediaType), bytes: stored.bytes, why: null }
}
