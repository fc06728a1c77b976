import type { Database, Transaction } from '../db/database.ts'
import type { Block, Sentence } from '../reading/document.ts'
import type { LayerMarker, LayerNote } from '../reading/corrections/layer.ts'

/** A draft's reading as it stands: as it came, or with its corrections laid over it. */
export interface StandingReading {
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  /** Those that stand, in the order of their index, which counts all that were ever read or marked in this draft. */
  readonly notes: readonly LayerNote[]
  /** Those that stand, in order of their place. */
  readonly markers: readonly LayerMarker[]
}

/** @throws when there is no such draft */
export async function standingReading(db: Database | Transaction, draftId: string): Promise<StandingReading> {
  const corrected = await db.correctedReading.findUnique({ where: { draftId } })
  return corrected === null
    ? originalReading(db, draftId)
    : {
        blocks: JSON.parse(corrected.blocks) as Block[],
        sentences: JSON.parse(corrected.sentences) as Sentence[],
        notes: JSON.parse(corrected.notes) as LayerNote[],
        markers: JSON.parse(corrected.markers) as LayerMarker[],
      }
}

/** The reading as it came. Notes and markers that a correction added have a place after all that were read. */
export async function originalReading(db: Database | Transaction, draftId: string): Promise<StandingReading> {
  const { blocks, sentences, noteCount, markerCount } = await db.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { blocks: true, sentences: true, noteCount: true, markerCount: true },
  })
  const notes = await db.note.findMany({
    where: { draftId, index: { lt: noteCount } },
    orderBy: { index: 'asc' },
    select: { index: true, label: true, kind: true, start: true, end: true },
  })
  const markers = await db.marker.findMany({
    where: { draftId, index: { lt: markerCount } },
    orderBy: { index: 'asc' },
    select: { index: true, label: true, start: true, end: true, note: { select: { index: true } } },
  })
  return {
    blocks: JSON.parse(blocks) as Block[],
    sentences: JSON.parse(sentences) as Sentence[],
    notes,
    markers: markers.map(({ note, ...marker }) => ({ ...marker, note: note?.index ?? null })),
  }
}
