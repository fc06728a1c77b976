import { allRows, type Snapshot } from '../db/snapshot.ts'
import type { StoredCheck } from './check-stored.ts'
import { sha256 } from './canonical.ts'

/**
 * Whether every publication has the snapshot that it had when it went out: its SHA-256 is the one beside it, and the one that the
 * history says. `report`: only this one's.
 */
export async function checkPublications(snapshot: Snapshot, report?: string): Promise<StoredCheck> {
  const rows = await allRows(
    snapshot,
    `SELECT "id", "reportId", "number", "snapshot", "hash" FROM "Publication"
     ${report === undefined ? '' : 'WHERE "reportId" = ?1'} ORDER BY "publishedAt", "id"`,
    report === undefined ? [] : [report],
  )
  const told = rows.length === 0 ? new Map<string, string>() : await snapshotsTold(snapshot)
  for (const [checked, [id, reportId, number, kept, hash]] of rows.entries()) {
    const name = `publication ${Number(number)} of the report ${String(reportId)}`
    if (sha256(String(kept)) !== hash)
      return { checked, broken: `the snapshot of ${name} was changed: its hash no longer fits` }
    const said = told.get(String(id)) ?? (await isDestroyed(snapshot, String(reportId)))
    if (said !== hash && said !== true)
      return { checked, broken: `${name} has another snapshot than the one that its history says` }
  }
  return { checked: rows.length, broken: null }
}

/** The snapshot's hash that each publication's event says, as far as nobody destroyed what it said. */
async function snapshotsTold(snapshot: Snapshot): Promise<ReadonlyMap<string, string>> {
  const rows = await allRows(
    snapshot,
    `SELECT t."body" FROM "Event" e JOIN "SealedText" t ON t."id" = e."payloadId"
     WHERE e."kind" = 'report.published' AND t."body" IS NOT NULL`,
  )
  return new Map(
    rows.map(([body]) => {
      const { publicationId, snapshot: hash } = JSON.parse(String(body)) as Readonly<Record<string, string>>
      return [publicationId ?? '', hash ?? ''] as const
    }),
  )
}

/** Whether a court had what one of a report's publishing events said destroyed: then the hash beside the snapshot is all there is. */
async function isDestroyed(snapshot: Snapshot, reportId: string): Promise<boolean> {
  const rows = await allRows(
    snapshot,
    `SELECT 1 FROM "Event" e JOIN "SealedText" t ON t."id" = e."payloadId"
     WHERE e."kind" = 'report.published' AND e."chain" = ?1 AND t."body" IS NULL`,
    [reportId],
  )
  return rows.length > 0
}
