import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { citeNotes } from '../reading/citations/cite-notes.ts'
import type { NoteKind } from '../reading/document.ts'
import type { Correction } from '../reading/corrections/correction.ts'
import { sourceKeyOf } from '../sources/source-key.ts'
import { storeSources } from '../sources/store-sources.ts'

type Noted = Extract<Correction, { kind: 'noted' }>

/**
 * Keeps the notes that somebody marked by hand, the works they name, and the calls that were words before: rows beside those
 * that were read, which stay what they are.
 */
export async function addNotes(
  tx: Transaction,
  { draftId, text, at }: { readonly draftId: string; readonly text: string; readonly at: Date },
  { notes, markers }: Noted,
): Promise<void> {
  const rows = notes.map((note) => ({ id: newId(), draftId, ...note }))
  await insertRows(tx, 'Note', rows)
  const idOf = new Map(rows.map(({ index, id }) => [index, id]))
  await insertRows(
    tx,
    'Marker',
    markers.map(({ note, ...marker }) => ({
      id: newId(),
      draftId,
      ...marker,
      noteId: note === null ? null : (idOf.get(note) ?? null),
    })),
  )
  const read = citeNotes(
    text,
    rows.map((note) => ({ ...note, kind: note.kind as NoteKind })),
  )
  const cited = rows.flatMap((note, i) =>
    (read.notes[i]?.citations ?? []).map((citation, index) => ({ noteId: note.id, index, citation })),
  )
  const sources = await storeSources(
    tx,
    cited.map(({ citation }) => citation.csl),
    at,
  )
  await insertRows(
    tx,
    'Citation',
    cited.map(({ noteId, index, citation: { start, end, csl } }) => ({
      id: newId(),
      noteId,
      index,
      start,
      end,
      csl: JSON.stringify(csl),
      sourceId: sources.get(sourceKeyOf(csl)?.key ?? '') ?? null,
    })),
  )
}
