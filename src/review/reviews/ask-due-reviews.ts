import { appendDeskEvent } from '../../accounts/desk-event.ts'
import type { Transaction } from '../../db/database.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import { askRecheck } from '../ask-recheck.ts'
import { touchedBy } from '../falls/touched.ts'

/**
 * Asks for a re-check of every claim whose review is due, and of every claim that leans on a source whose review is. A date is
 * used up by that.
 * @returns how many claims were marked
 */
export async function askDueReviews(tx: Transaction, now: Date): Promise<number> {
  const asked = { because: 'review due', askedBy: null, at: now } as const
  const due = { reviewAfter: { lte: now } }
  const claims = await tx.claim.findMany({ where: { ...due, setAside: null }, select: { id: true } })
  await tx.claim.updateMany({ where: { ...due, setAside: null }, data: { reviewAfter: null } })
  const own = await askRecheck(tx, { ...asked, claimIds: claims.map(({ id }) => id) })
  let marked = own.length
  for (const { id } of await tx.source.findMany({
    where: { ...due, mergedIntoId: null },
    select: { id: true },
  })) {
    await tx.source.update({ where: { id }, data: { reviewAfter: null }, select: { id: true } })
    await appendDeskEvent(tx, 'source.review-due', { by: null, at: now }, { sourceId: id })
    const leaning = await touchedBy(tx, await sourceFamily(tx, id))
    const claimIds = leaning.claims.map(({ claimId }) => claimId)
    marked += (await askRecheck(tx, { ...asked, claimIds, sourceId: id })).length
  }
  return marked
}
