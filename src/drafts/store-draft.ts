import type { Actor } from '../accounts/account.ts'
import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { seal } from '../history/sealed-text.ts'
import type { ReadDocument } from '../reading/document.ts'
import { storeSources } from '../sources/store-sources.ts'
import {
  citationRows,
  citationsOf,
  markerRows,
  noteRows,
  type MarkerRow,
  type NoteRow,
} from './draft-rows.ts'
import { storeOriginal } from './store-original.ts'

export interface DraftToStore {
  readonly reportId: string
  /** From 1 within the report. */
  readonly number: number
  readonly bytes: Uint8Array
  /** Null: from the command line. */
  readonly importedBy: Actor | null
  readonly at: Date
}

/** A draft as it was stored; notes and markers by the indexes of its reading. */
export interface StoredDraft {
  readonly draftId: string
  readonly textHash: string
  readonly notes: readonly NoteRow[]
  readonly markers: readonly MarkerRow[]
}

/** Stores a reading with its original file: all but its claims. */
export async function storeDraft(
  tx: Transaction,
  read: ReadDocument,
  draft: DraftToStore,
): Promise<StoredDraft> {
  const { draftId, textHash } = await storeText(tx, read, draft)
  const notes = noteRows(read, draftId)
  const markers = markerRows(read, draftId, notes)
  await insertRows(tx, 'Note', notes)
  await insertRows(tx, 'Marker', markers)
  const cited = citationsOf(read).map(({ citation }) => citation.csl)
  await insertRows(tx, 'Citation', citationRows(read, notes, await storeSources(tx, cited, draft.at)))
  return { draftId, textHash, notes, markers }
}

async function storeText(
  tx: Transaction,
  read: ReadDocument,
  { reportId, number, bytes, importedBy, at }: DraftToStore,
): Promise<Pick<StoredDraft, 'draftId' | 'textHash'>> {
  const text = seal(read.text)
  const draftId = newId()
  await storeOriginal(tx, bytes, read.source)
  await tx.sealedText.create({ data: text, select: { id: true } })
  await tx.draft.create({
    data: {
      id: draftId,
      reportId,
      number,
      textId: text.id,
      originalId: read.source.sha256,
      sourceName: read.source.name,
      sourceType: read.source.type,
      language: read.language,
      blocks: JSON.stringify(read.blocks),
      sentences: JSON.stringify(read.sentences),
      warnings: JSON.stringify(read.warnings),
      noteCount: read.notes.length,
      markerCount: read.markers.length,
      importedById: importedBy?.id ?? null,
      importedAt: at,
    },
    select: { id: true },
  })
  return { draftId, textHash: text.hash }
}
