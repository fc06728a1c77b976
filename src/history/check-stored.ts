import { hash } from 'node:crypto'
import type { Snapshot, StoredRow } from '../db/snapshot.ts'
import { sealHash } from './sealed-text.ts'

/** How many texts or files were checked, and what the first of them is that is not what its hash says. */
export interface StoredCheck {
  readonly checked: number
  readonly broken: string | null
}

/** Texts beside those of events: drafts, rationales, comments, excerpts. */
const OTHER_TEXTS = `
  SELECT t."id", t."salt", t."hash", t."body", t."destroyedAt" FROM "SealedText" t
  LEFT JOIN "Event" e ON e."payloadId" = t."id" WHERE e."leaf" IS NULL`

/** Whether every text that no event has for its payload is what its salted hash says, or was destroyed by a tombstone. */
export async function checkTexts(snapshot: Snapshot): Promise<StoredCheck> {
  let checked = 0
  for await (const rows of snapshot.rows(OTHER_TEXTS))
    for (const text of rows) {
      if (!textHolds(text))
        return { checked, broken: `the text ${String(text[0])} was changed: its hash no longer fits` }
      checked += 1
    }
  return { checked, broken: null }
}

/** Of a text's id, salt, hash, body and date of destruction. */
export const textHolds = ([, salt, expected, body, destroyedAt]: StoredRow): boolean =>
  body === null ? destroyedAt !== null : sealHash(String(salt), String(body)) === expected

/** Whether every original and capture is what its SHA-256 says, or was destroyed by a tombstone. */
export async function checkFiles(snapshot: Snapshot): Promise<StoredCheck> {
  let checked = 0
  const files = snapshot.rows('SELECT "sha256", "size", "bytes", "destroyedAt" FROM "Blob"', [], 1)
  for await (const rows of files)
    for (const [sha256, size, bytes, destroyedAt] of rows) {
      const fits =
        bytes instanceof Uint8Array
          ? bytes.length === size && hash('sha256', bytes, 'hex') === sha256
          : destroyedAt !== null
      if (!fits) return { checked, broken: `the file ${String(sha256)} was changed: its hash no longer fits` }
      checked += 1
    }
  return { checked, broken: null }
}
