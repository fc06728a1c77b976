import type { Transaction } from '../db/database.ts'
import type { DocumentSource, SourceType } from '../reading/document.ts'

const MEDIA_TYPES: Readonly<Record<SourceType, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
}

/** Keeps a file as it came, once for all reports, by its SHA-256. */
export async function storeOriginal(
  tx: Transaction,
  bytes: Uint8Array,
  source: DocumentSource,
): Promise<void> {
  const known = await tx.blob.findUnique({ where: { sha256: source.sha256 }, select: { sha256: true } })
  if (known !== null) return
  await tx.blob.create({
    data: {
      sha256: source.sha256,
      bytes: new Uint8Array(bytes),
      size: bytes.length,
      mediaType: MEDIA_TYPES[source.type],
    },
    select: { sha256: true },
  })
}
