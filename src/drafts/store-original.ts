import { Conflict } from '../errors.ts'
import type { Transaction } from '../db/database.ts'
import type { DocumentSource } from '../reading/document.ts'
import { FORMATS } from '../reading/formats.ts'

/**
 * Keeps a file as it came, once for all reports, by its SHA-256.
 * @throws Conflict two people destroyed these bytes
 */
export async function storeOriginal(
  tx: Transaction,
  bytes: Uint8Array,
  source: DocumentSource,
): Promise<void> {
  const known = await tx.blob.findUnique({ where: { sha256: source.sha256 }, select: { destroyedAt: true } })
  if (known?.destroyedAt != null)
    throw new Conflict('Two people destroyed this very file: it is not read again. Nothing was kept.')
  if (known !== null) return
  await tx.blob.create({
    data: {
      sha256: source.sha256,
      bytes: new Uint8Array(bytes),
      size: bytes.length,
      mediaType: FORMATS[source.type].mediaType,
    },
    select: { sha256: true },
  })
}
