import type { Database } from '../../db/database.ts'
import { standingSources, type NamedSource } from '../../sources/source-family.ts'
import type { PanelCitation, PanelNote } from '../pages/desk-rows.ts'

/** One marker of a claim beside one citation of its note; the marker's own columns repeat for every citation. */
interface NoteRow {
  readonly at: number
  readonly label: string
  readonly scopeStart: number
  readonly scopeEnd: number
  readonly noteIndex: number | null
  readonly noteStart: number | null
  readonly noteEnd: number | null
  readonly citationId: string | null
  readonly citationStart: number | null
  readonly citationEnd: number | null
  readonly sourceId: string | null
}

/** The markers of a claim's placement in order, each with its scope, its note and the works the note names. */
export async function loadPanelNotes(db: Database, placementId: string): Promise<PanelNote[]> {
  const rows = await db.$queryRaw<NoteRow[]>`
    SELECT s."index" AS "at", m."label", s."start" AS "scopeStart", s."end" AS "scopeEnd",
           n."index" AS "noteIndex", n."start" AS "noteStart", n."end" AS "noteEnd",
           i."id" AS "citationId", i."start" AS "citationStart", i."end" AS "citationEnd", i."sourceId"
    FROM "PlacementNote" s
    JOIN "Marker" m ON m."id" = s."markerId"
    LEFT JOIN "Note" n ON n."id" = s."noteId"
    LEFT JOIN "Citation" i ON i."noteId" = n."id"
    WHERE s."placementId" = ${placementId}
    ORDER BY s."index", i."index"`
  const ids = rows.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId]))
  const sources = ids.length === 0 ? new Map<string, NamedSource>() : await standingSources(db, ids)
  const byMarker = new Map<number, NoteRow[]>()
  for (const row of rows) byMarker.set(row.at, [...(byMarker.get(row.at) ?? []), row])
  return [...byMarker.values()].flatMap((group) =>
    group[0] === undefined ? [] : [panelNote(group[0], group, sources)],
  )
}

type Sources = ReadonlyMap<string, NamedSource>

function panelNote(first: NoteRow, rows: readonly NoteRow[], sources: Sources): PanelNote {
  const { label, scopeStart, scopeEnd, noteIndex, noteStart, noteEnd } = first
  const missing = noteIndex === null || noteStart === null || noteEnd === null
  const citations = rows.flatMap((row) => panelCitation(row, sources))
  return {
    label,
    scope: { start: scopeStart, end: scopeEnd },
    note: missing ? null : { index: noteIndex, start: noteStart, end: noteEnd, citations },
  }
}

function panelCitation(row: NoteRow, sources: Sources): PanelCitation[] {
  const { citationId, citationStart, citationEnd, sourceId } = row
  if (citationId === null || citationStart === null || citationEnd === null) return []
  return [
    { id: citationId, start: citationStart, end: citationEnd, source: sources.get(sourceId ?? '') ?? null },
  ]
}
