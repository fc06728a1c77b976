import type { Database } from '../db/database.ts'
import { standingReading } from '../drafts/standing-reading.ts'
import { NotFound } from '../errors.ts'
import type { NoteKind } from '../reading/document.ts'
import type { WordText } from './word/word-text.ts'

/** The present draft of a report with the file that it was read from; `original` is null when it was destroyed. */
export interface DraftFile {
  readonly id: string
  readonly number: number
  readonly sourceType: string
  readonly original: Uint8Array | null
  readonly importedAt: Date
  /** The place of each note in `text.notes`, by its index in the draft. */
  readonly notePlaces: ReadonlyMap<number, number>
  /** With the corrections of its reading. */
  readonly text: WordText
}

/** @throws NotFound the report has no draft, or its text was destroyed */
export async function loadDraftFile(
  db: Database,
  report: { readonly title: string; readonly currentDraftId: string | null },
): Promise<DraftFile> {
  const draft = await db.draft.findUnique({
    where: { id: report.currentDraftId ?? '' },
    include: { text: { select: { body: true } }, original: { select: { bytes: true } } },
  })
  const text = draft?.text.body ?? null
  if (draft === null || text === null) throw new NotFound('The text of this draft was destroyed.')
  const { blocks, notes, markers } = await standingReading(db, draft.id)
  const places = new Map(notes.map(({ index }, place) => [index, place]))
  return {
    id: draft.id,
    number: draft.number,
    importedAt: draft.importedAt,
    notePlaces: places,
    sourceType: draft.sourceType,
    original: draft.original.bytes,
    text: {
      title: report.title,
      language: draft.language,
      text,
      blocks,
      notes: notes.map((note) => ({ ...note, kind: note.kind as NoteKind })),
      markers: markers.map(({ note, ...marker }) => ({ ...marker, note: places.get(note ?? -1) ?? null })),
    },
  }
}
