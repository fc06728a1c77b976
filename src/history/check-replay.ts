import { addressOf, type Database } from '../db/database.ts'
import { allRows, type Snapshot, type StoredRow, withSnapshot } from '../db/snapshot.ts'
import type { Break } from './check-log.ts'
import { type Difference, differencesFrom, Replayer, type ReplayEvent } from './replay.ts'
import type { Standing } from './standing.ts'

/** Replays a report's history and compares it with where its claims stand: the first that does not follow, null where all do. */
export const checkReplay = (db: Database, reportId: string): Promise<Break | null> =>
  withSnapshot(addressOf(db), (snapshot) => checkReplayIn(snapshot, reportId))

export async function checkReplayIn(snapshot: Snapshot, reportId: string): Promise<Break | null> {
  const [first] = await replayDifferences(snapshot, reportId)
  return first === undefined ? null : { chain: reportId, seq: first.seq, what: first.what }
}

/** Where the claims of a report stand otherwise than its history says, by number. None of any chain but a report's. */
export async function replayDifferences(
  snapshot: Snapshot,
  reportId: string,
): Promise<readonly Difference[]> {
  const replayer = new Replayer()
  for await (const rows of snapshot.rows(SELECT_EVENTS, [reportId]))
    for (const row of rows) replayer.add(eventOf(row))
  const standings = await allRows(snapshot, SELECT_STANDINGS, [reportId])
  return differencesFrom(replayer.now(), standings.map(standingOf))
}

const SELECT_EVENTS = `
  SELECT e."seq", e."at", e."kind", e."claimId", t."body"
  FROM "Event" e JOIN "SealedText" t ON t."id" = e."payloadId"
  WHERE e."chain" = ?1 ORDER BY e."seq"`

const eventOf = ([seq, at, kind, claimId, body]: StoredRow): ReplayEvent => ({
  seq: Number(seq),
  at: String(at),
  kind: String(kind),
  claimId: claimId === null ? null : String(claimId),
  payload: typeof body === 'string' ? (JSON.parse(body) as Record<string, unknown>) : null,
})

const SELECT_STANDINGS = `
  SELECT c."id", c."number", c."version", c."status", c."stale", c."differs", c."outcome", c."assessed", c."settled",
         c."checkers", c."needsSecond", c."objections", c."rechecks", c."risk", c."setAside", COALESCE(p."state", 'placed')
  FROM "Claim" c
  JOIN "Report" r ON r."id" = c."reportId"
  LEFT JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
  WHERE c."reportId" = ?1 ORDER BY c."number"`

function standingOf(row: StoredRow): Standing {
  const text = (at: number): string | null => (row[at] == null ? null : String(row[at]))
  const truth = (at: number): boolean => Number(row[at]) === 1
  const number = (at: number): number => Number(row[at])
  return {
    claimId: String(row[0]),
    number: number(1),
    version: number(2),
    status: String(row[3]),
    stale: truth(4),
    differs: truth(5),
    outcome: text(6),
    assessed: text(7),
    settled: truth(8),
    checkers: number(9),
    needsSecond: truth(10),
    objections: number(11),
    rechecks: number(12),
    risk: String(row[13]),
    setAside: text(14),
    placement: String(row[15]),
  }
}
