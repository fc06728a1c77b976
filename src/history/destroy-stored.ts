import type { Transaction } from '../db/database.ts'
import { Conflict } from '../errors.ts'

/** Who destroyed something with whom, by the ids of their accounts, and what stands in its place. */
export interface DestroyedBy {
  readonly by: string
  readonly with: string
  readonly tombstone: string
  readonly at: Date
}

/** Destroys a text, and its salt, so that nobody can prove a guess at it; the hash stays. @returns that hash, null where it was gone before */
export async function destroyText(
  tx: Transaction,
  id: string,
  { by, with: second, tombstone, at }: DestroyedBy,
): Promise<string | null> {
  const text = await tx.sealedText.findUniqueOrThrow({ where: { id }, select: { hash: true } })
  const changed = await tx.$executeRaw`
    UPDATE "SealedText" SET "body" = NULL, "salt" = '', "destroyedAt" = ${at}, "destroyedBy" = ${by}, "destroyedWith" = ${second},
           "destructionReason" = ${tombstone}
    WHERE "id" = ${id} AND "destroyedAt" IS NULL`
  return changed === 0 ? null : text.hash
}

/**
 * Destroys a file. @returns its SHA-256, null where it was gone before
 * @throws Conflict something else than drafts of this report keeps the same bytes
 */
export async function destroyFile(
  tx: Transaction,
  sha256: string,
  reportId: string,
  { by, with: second, tombstone, at }: DestroyedBy,
): Promise<string | null> {
  const elsewhere =
    (await tx.draft.count({ where: { originalId: sha256, reportId: { not: reportId } } })) +
    (await tx.wentOut.count({
      where: { originalId: sha256, publication: { reportId: { not: reportId } } },
    })) +
    (await tx.capture.count({ where: { OR: [{ blobId: sha256 }, { warcId: sha256 }] } }))
  if (elsewhere > 0)
    throw new Conflict(
      'The desk keeps the very same file for something else too, so that it cannot be destroyed here. Nothing was changed.',
    )
  const changed = await tx.$executeRaw`
    UPDATE "Blob" SET "bytes" = NULL, "destroyedAt" = ${at}, "destroyedBy" = ${by}, "destroyedWith" = ${second},
           "destructionReason" = ${tombstone}
    WHERE "sha256" = ${sha256} AND "destroyedAt" IS NULL`
  return changed === 0 ? null : sha256
}
