import { claimsTold, claimsUntold } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { saidStanding, type Standing, type StandingSaid } from './standing.ts'

/** Ids in one statement. */
const IDS_AT_ONCE = 500

/** Where the claims of a report stand that this transaction changed since its last event, by number; from now on they are told of. */
export async function changedStandings(tx: Transaction, reportId: string): Promise<readonly StandingSaid[]> {
  const ids = [...claimsUntold(tx)]
  const rows: Standing[] = []
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    rows.push(
      ...(await loadStandings(
        tx,
        Prisma.sql`c."reportId" = ${reportId} AND c."id" IN (${Prisma.join(ids.slice(from, from + IDS_AT_ONCE))})`,
      )),
    )
  claimsTold(
    tx,
    rows.map(({ claimId }) => claimId),
  )
  return rows.toSorted((a, b) => a.number - b.number).map(saidStanding)
}

/** Claims as they stand now, in no order. */
export const loadStandings = (tx: Pick<Transaction, '$queryRaw'>, which: Prisma.Sql): Promise<Standing[]> =>
  tx.$queryRaw<Standing[]>`
    SELECT c."id" AS "claimId", c."number", c."version", c."status", c."stale", c."differs", c."outcome", c."assessed",
           c."settled", c."checkers", c."needsSecond", c."objections", c."rechecks", c."risk", c."setAside",
           COALESCE(p."state", 'placed') AS "placement"
    FROM "Claim" c
    JOIN "Report" r ON r."id" = c."reportId"
    LEFT JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    WHERE ${which}`
