import type { Database, Transaction } from '../../db/database.ts'
import { standingRows } from '../../db/standing-rows.ts'
import { STORED_WORDS, shownWords } from '../../history/destruction.ts'
import type { StandingWaiver } from './waiver.ts'

/** The waivers of a report that nobody took back, oldest first. Their reasons are for whoever may read the report. */
export async function loadWaivers(db: Database | Transaction, reportId: string): Promise<StandingWaiver[]> {
  const rows = await db.waiver.findMany({
    where: { reportId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { reason: { select: STORED_WORDS }, waivedBy: { select: { name: true } } },
  })
  return standingRows(rows).map(({ id, rule, fingerprint, at, reason, waivedBy }) => ({
    id,
    rule,
    fingerprint,
    by: waivedBy.name,
    at: at.toISOString(),
    reason: shownWords(reason) ?? '',
  }))
}
