import type { Database } from '../../db/database.ts'
import type { DeskClaim, DeskMarker } from '../pages/desk-rows.ts'

/** All claims of a draft in order of their place, orphans last by number. One query: a report has hundreds. */
export async function loadDeskClaims(db: Database, draftId: string): Promise<DeskClaim[]> {
  const rows = await db.$queryRaw<(Omit<DeskClaim, 'missingNotes'> & { missingNotes: bigint | number })[]>`
    SELECT c."id", c."number", c."version", c."status", c."stale", c."differs", c."settled", c."setAside", p."start", p."end",
           p."level", (SELECT COUNT(*) FROM "PlacementNote" s
                       WHERE s."placementId" = p."id" AND s."noteId" IS NULL) AS "missingNotes"
    FROM "Placement" p
    JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId}
    ORDER BY p."start" IS NULL, p."start", c."number"`
  return rows.map((row) => ({ ...row, missingNotes: Number(row.missingNotes) }))
}

interface MarkerRow {
  readonly label: string
  readonly start: number
  readonly end: number
  readonly noteStart: number | null
  readonly noteEnd: number | null
}

/** All markers of a draft with the spans of their notes, in order of their place. */
export async function loadDeskMarkers(db: Database, draftId: string): Promise<DeskMarker[]> {
  const rows = await db.$queryRaw<MarkerRow[]>`
    SELECT m."label", m."start", m."end", n."start" AS "noteStart", n."end" AS "noteEnd"
    FROM "Marker" m
    LEFT JOIN "Note" n ON n."id" = m."noteId"
    WHERE m."draftId" = ${draftId}
    ORDER BY m."start"`
  return rows.map(({ noteStart, noteEnd, ...marker }) => ({
    ...marker,
    note: noteStart === null || noteEnd === null ? null : { start: noteStart, end: noteEnd },
  }))
}
