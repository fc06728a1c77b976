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
  const { blocks, sentences } = await db.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { blocks: true, sentences: true },
  })
  return {
    blocks: JSON.parse(blocks) as Block[],
    sentences: JSON.parse(sentences) as Sentence[],
    ...(await originalMarks(db, draftId)),
  }
}

type Marks = Pick<StandingReading, 'notes' | 'markers'>

/** The notes and markers of a draft that stand, without blocks and sentences. */
export async function standingMarks(db: Database | Transaction, draftId: string): Promise<Marks> {
  const corrected = await db.correctedReading.findUnique({
    where: { draftId },
    select: { notes: true, markers: true },
  })
  return corrected === null
    ? originalMarks(db, draftId)
    : {
        notes: JSON.parse(corrected.notes) as LayerNote[],
        markers: JSON.parse(corrected.markers) as LayerMarker[],
      }
}

/** Raw, because a long report has thousands of markers and Prisma would ask for their notes one by one. */
export async function originalMarks(db: Database | Transaction, draftId: string): Promise<Marks> {
  const notes = await db.$queryRaw<LayerNote[]>`
    SELECT n."index", n."label", n."kind", n."start", n."end"
    FROM "Note" n JOIN "Draft" d ON d."id" = n."draftId"
    WHERE n."draftId" = ${draftId} AND n."index" < d."noteCount"
    ORDER BY n."index"`
  const markers = await db.$queryRaw<LayerMarker[]>`
    SELECT m."index", m."label", m."start", m."end", n."index" AS "note"
    FROM "Marker" m JOIN "Draft" d ON d."id" = m."draftId" LEFT JOIN "Note" n ON n."id" = m."noteId"
    WHERE m."draftId" = ${draftId} AND m."index" < d."markerCount"
    ORDER BY m."index"`
  return { notes, markers }
}
