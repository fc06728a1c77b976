import type { Database } from '../../db/database.ts'
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
  readonly citationStart: number | null
  readonly citationEnd: number | null
  readonly sourceId: string | null
  readonly sourceTitle: string | null
  readonly sourceUrl: string | null
}

/** The markers of a claim's placement in order, each with its scope, its note and the works the note names. */
export async function loadPanelNotes(db: Database, placementId: string): Promise<PanelNote[]> {
  const rows = await db.$queryRaw<NoteRow[]>`
    SELECT s."index" AS "at", m."label", s."start" AS "scopeStart", s."end" AS "scopeEnd",
           n."index" AS "noteIndex", n."start" AS "noteStart", n."end" AS "noteEnd",
           i."start" AS "citationStart", i."end" AS "citationEnd",
           o."id" AS "sourceId", o."title" AS "sourceTitle", o."url" AS "sourceUrl"
    FROM "PlacementNote" s
    JOIN "Marker" m ON m."id" = s."markerId"
    LEFT JOIN "Note" n ON n."id" = s."noteId"
    LEFT JOIN "Citation" i ON i."noteId" = n."id"
    LEFT JOIN "Source" o ON o."id" = i."sourceId"
    WHERE s."placementId" = ${placementId}
    ORDER BY s."index", i."index"`
  const byMarker = new Map<number, NoteRow[]>()
  for (const row of rows) byMarker.set(row.at, [...(byMarker.get(row.at) ?? []), row])
  return [...byMarker.values()].flatMap((group) =>
    group[0] === undefined ? [] : [panelNote(group[0], group)],
  )
}

function panelNote(first: NoteRow, rows: readonly NoteRow[]): PanelNote {
  const { label, scopeStart, scopeEnd, noteIndex, noteStart, noteEnd } = first
  const missing = noteIndex === null || noteStart === null || noteEnd === null
  return {
    label,
    scope: { start: scopeStart, end: scopeEnd },
    note: missing
      ? null
      : { index: noteIndex, start: noteStart, end: noteEnd, citations: rows.flatMap(panelCitation) },
  }
}

function panelCitation({
  citationStart,
  citationEnd,
  sourceId,
  sourceTitle,
  sourceUrl,
}: NoteRow): PanelCitation[] {
  if (citationStart === null || citationEnd === null) return []
  const source = sourceId === null ? null : { id: sourceId, title: sourceTitle ?? '', url: sourceUrl }
  return [{ start: citationStart, end: citationEnd, source }]
}
