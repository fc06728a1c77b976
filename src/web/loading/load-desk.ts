import { asShown, type Hidden } from '../../claims/hidden.ts'
import type { Status } from '../../claims/vocabulary.ts'
import type { Database } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { isTrue, packedRows, type PackedBoolean } from '../../db/packed-rows.ts'
import { standingMarks, type StandingReading } from '../../drafts/standing-reading.ts'
import type { ConfidenceLevel } from '../../reading/document.ts'
import type { DeskClaim, DeskMarker } from '../pages/desk-rows.ts'

/** All claims of a draft as a reader is shown them, in order of their place, orphans last by number. Two queries: a report has hundreds. */
export async function loadDeskClaims(db: Database, draftId: string, hidden: Hidden): Promise<DeskClaim[]> {
  const missing = await countMissingNotes(db, draftId)
  const rows = (await packedRows(db, COLUMNS, claimsOf(draftId))) as Row[]
  return rows
    .map((row) => asShown(claimOf(row, missing), hidden))
    .sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || a.number - b.number)
}

const claimsOf = (draftId: string): Prisma.Sql =>
  Prisma.sql`FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId" WHERE p."draftId" = ${draftId}`

const COLUMNS = [
  Prisma.sql`c."id", c."number", c."version", c."status", c."stale", c."differs", c."settled", c."setAside", c."risk"`,
  Prisma.sql`c."groupName", c."checkers", c."needsSecond", c."objections", c."rechecks"`,
  Prisma.sql`p."id", p."start", p."end", p."level"`,
]

/** As COLUMNS has them. */
type Row = [
  ...[id: string, number: number, version: number, status: Status],
  ...[stale: PackedBoolean, differs: PackedBoolean, settled: PackedBoolean],
  ...[setAside: string | null, risk: string, groupName: string | null],
  ...[checkers: number, needsSecond: PackedBoolean, objections: number, rechecks: number],
  ...[placementId: string, start: number | null, end: number | null, level: ConfidenceLevel],
]

function claimOf(row: Row, missing: ReadonlyMap<string, number>): DeskClaim {
  const [id, number, version, status, stale, differs, settled, setAside, risk, groupName, ...more] = row
  const [checkers, needsSecond, objections, rechecks, placementId, start, end, level] = more
  return {
    id,
    number,
    version,
    status,
    stale: isTrue(stale),
    differs: isTrue(differs),
    settled: isTrue(settled),
    setAside,
    start,
    end,
    level,
    risk,
    groupName,
    checkers,
    needsSecond: isTrue(needsSecond),
    objections,
    rechecks,
    missingNotes: missing.get(placementId) ?? 0,
  }
}

/** By placement: how many of its markers have no note, where any has none. */
async function countMissingNotes(db: Database, draftId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ placementId: string }[]>`
    SELECT s."placementId" FROM "PlacementNote" s JOIN "Placement" p ON p."id" = s."placementId"
    WHERE p."draftId" = ${draftId} AND s."noteId" IS NULL`
  const counts = new Map<string, number>()
  for (const { placementId } of rows) counts.set(placementId, (counts.get(placementId) ?? 0) + 1)
  return counts
}

/** All markers of a draft that stand with the spans of their notes, in order of their place. */
export const loadDeskMarkers = async (db: Database, draftId: string): Promise<DeskMarker[]> =>
  deskMarkers(await standingMarks(db, draftId))

/** The same of a reading that is at hand. */
export function deskMarkers({ markers, notes }: Pick<StandingReading, 'markers' | 'notes'>): DeskMarker[] {
  const noteAt = new Map(notes.map(({ index, start, end }) => [index, { start, end }]))
  return markers.map(({ label, start, end, note }) => ({
    label,
    start,
    end,
    note: note === null ? null : (noteAt.get(note) ?? null),
  }))
}
