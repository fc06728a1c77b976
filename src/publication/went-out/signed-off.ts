import type { Database } from '../../db/database.ts'
import { draftRead } from '../../drafts/draft-read.ts'
import { compareDocuments } from '../../reading/compare/compare-documents.ts'
import type { Comparable } from '../../reading/compare/passages.ts'
import type { Snapshot } from '../snapshot.ts'
import { differencesOf, type WentOutCompared } from './differences.ts'

/**
 * A text as it went out beside the draft that was signed off.
 * @throws Gone two people destroyed the text of the draft
 */
export async function compareWithSignedOff(
  db: Database,
  { draftId, snapshot }: { readonly draftId: string; readonly snapshot: Snapshot },
  wentOut: Comparable,
): Promise<WentOutCompared> {
  const { read } = await draftRead(db, draftId)
  return differencesOf(compareDocuments(read, wentOut), snapshot.claims)
}
