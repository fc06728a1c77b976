import type { Transaction } from '../db/database.ts'
import type { ClaimChange } from './claim-change.ts'
import type { ClaimHome, LostPlace } from './claim-homes.ts'
import { notesOf } from './move-placement.ts'
import { setClaimAside } from './set-claim-aside.ts'

/**
 * A correction, or an edit (`by`, its id), took a claim's words away: it has no place any more, keeps its number, its last quote and its verdicts, says why,
 * and is none of the claims to settle.
 */
export async function takeAway(
  tx: Transaction,
  home: ClaimHome,
  why: string,
  by?: string,
): Promise<ClaimChange> {
  const { id, start, end, state } = home
  const notes = await notesOf(tx, id)
  const lost: LostPlace = {
    why,
    start,
    end,
    state,
    markers: home.markers,
    ...(by === undefined ? {} : { by }),
  }
  await tx.placementNote.deleteMany({ where: { placementId: id } })
  await tx.placement.update({
    where: { id },
    data: { state: 'orphaned', start: null, end: null, lost: JSON.stringify(lost) },
    select: { id: true },
  })
  await setClaimAside(tx, home.claimId)
  return { claimId: home.claimId, number: home.number, from: { start, end, notes }, to: null }
}
