import { asShown, type Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { standingMarks } from '../../drafts/standing-reading.ts'
import type { DeskClaim, DeskMarker } from '../pages/desk-rows.ts'

/** All claims of a draft as a reader is shown them, in order of their place, orphans last by number. One query: a report has hundreds. */
export async function loadDeskClaims(db: Database, draftId: string, hidden: Hidden): Promise<DeskClaim[]> {
  const rows = await db.$queryRaw<(Omit<DeskClaim, 'missingNotes'> & { missingNotes: bigint | number })[]>`
    SELECT c."id", c."number", c."version", c."status", c."stale", c."differs", c."settled", c."setAside", c."risk",
           c."groupName", c."checkers", c."needsSecond", c."objections", c."rechecks", p."start", p."end", p."level",
           (SELECT COUNT(*) FROM "PlacementNote" s
                       WHERE s."placementId" = p."id" AND s."noteId" IS NULL) AS "missingNotes"
    FROM "Placement" p
    JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId}
    ORDER BY p."start" IS NULL, p."start", c."number"`
  return rows.map((row) => asShown({ ...row, missingNotes: Number(row.missingNotes) }, hidden))
}

/** All markers of a draft that stand with the spans of their notes, in order of their place. */
export async function loadDeskMarkers(db: Database, draftId: string): Promise<DeskMarker[]> {
  const { markers, notes } = await standingMarks(db, draftId)
  const noteAt = new Map(notes.map(({ index, start, end }) => [index, { start, end }]))
  return markers.map(({ label, start, end, note }) => ({
    label,
    start,
    end,
    note: note === null ? null : (noteAt.get(note) ?? null),
  }))
}
