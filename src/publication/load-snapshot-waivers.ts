import { standingRows } from '../db/standing-rows.ts'
import type { Transaction } from '../db/database.ts'
import type { SnapshotWaiver } from './snapshot.ts'

/** The waivers of a report that nobody took back, oldest first. */
export async function loadSnapshotWaivers(tx: Transaction, reportId: string): Promise<SnapshotWaiver[]> {
  const rows = await tx.waiver.findMany({
    where: { reportId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: {
      claim: { select: { number: true } },
      said: { select: { hash: true } },
      reason: { select: { hash: true } },
    },
  })
  return standingRows(rows).map(({ rule, fingerprint, waivedById, at, claim, said, reason }) => ({
    ...{ rule, fingerprint, claim: claim?.number ?? null, by: waivedById, at: at.toISOString() },
    ...{ said: said?.hash ?? '', reason: reason?.hash ?? '' },
  }))
}
