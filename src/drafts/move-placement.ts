import { loadRulings } from '../claims/load-rulings.ts'
import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { ReadClaim } from '../reading/document.ts'
import { settleClaim } from '../review/settle-claim.ts'
import { settlementOf } from '../review/settlement.ts'
import type { Span } from '../text/span.ts'
import type { ClaimChange } from './claim-change.ts'
import type { ClaimHome } from './claim-homes.ts'
import { readPlacement, scopeRows, type ClaimGround } from './draft-rows.ts'
import type { ClaimsGround } from './place-claim.ts'
import { setClaimAside } from './set-claim-aside.ts'

/**
 * Puts a numbered claim where it stands now, with its notes as they are called now; what was ruled on it holds only where the
 * wording is the same. Null when nothing changed.
 */
export async function movePlacement(
  tx: Transaction,
  home: ClaimHome,
  claim: ReadClaim,
  { ground, rows }: ClaimsGround,
): Promise<ClaimChange | null> {
  const before = { start: home.start, end: home.end, notes: await notesOf(tx, home.id) }
  const after = { start: claim.start, end: claim.end, notes: claim.notes.map(({ note }) => note) }
  if (!home.lost && JSON.stringify(before) === JSON.stringify(after)) return null
  const placement = {
    ...readPlacement(ground, claim, markersInside(ground, claim)),
    state: home.state,
    lost: null,
  }
  await tx.placementNote.deleteMany({ where: { placementId: home.id } })
  await tx.placement.update({ where: { id: home.id }, data: placement, select: { id: true } })
  await insertRows(tx, 'PlacementNote', scopeRows(claim, home.id, rows.markers, rows.notes))
  if (home.lost) await setClaimAside(tx, home.claimId)
  await settleOn(tx, home.claimId, placement.wordingKey)
  return { claimId: home.claimId, number: home.number, from: home.lost ? null : before, to: after }
}

/** All markers in a claim's words, in order of their place, whichever claim they belong to. */
export const markersInside = ({ markers }: ClaimGround, { start, end }: Span): Span[] =>
  markers
    .filter((marker) => marker.start >= start && marker.start < end)
    .toSorted((a, b) => a.start - b.start)

/** The notes that a placement leans on, in the order they are called. */
export async function notesOf(tx: Transaction, placementId: string): Promise<(number | null)[]> {
  const rows = await tx.placementNote.findMany({
    where: { placementId },
    orderBy: { index: 'asc' },
    select: { note: { select: { index: true } } },
  })
  return rows.map(({ note }) => note?.index ?? null)
}

/** Settles a claim anew on the wording that it has now: verdicts on another one make it stale. */
export async function settleOn(tx: Transaction, claimId: string, wordingKey: string): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      id: true,
      number: true,
      version: true,
      needsSecond: true,
      rechecks: true,
    },
  })
  const rulings = await loadRulings(tx, claimId)
  await settleClaim(tx, claim, settlementOf({ ...claim, ...rulings, wordingKey }))
}
