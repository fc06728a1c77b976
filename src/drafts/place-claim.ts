import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import type { ReadClaim } from '../reading/document.ts'
import { storedPolicy } from '../review/report-policy.ts'
import { needsSecond } from '../review/second-check.ts'
import { placementRows, scopeRows, type ClaimGround } from './draft-rows.ts'
import type { NoteAndMarkerRows } from './standing-layer.ts'

/** Where new claims go. `ground`, `rows`: notes and markers by the indexes that the claims name. */
export interface ClaimsGround {
  readonly reportId: string
  readonly draftId: string
  readonly ground: ClaimGround
  readonly rows: NoteAndMarkerRows
  readonly at: Date
}

/** Who made a claim of its words: a reading, somebody who took a sentence for one, or an edit of exact words. */
export type ClaimOrigin = 'reading' | 'hand' | 'edit'

export interface NumberedClaim {
  readonly id: string
  readonly number: number
}

/** Makes claims of the report with the next numbers, in the order given, where they stand in the draft. */
export async function placeClaims(
  tx: Transaction,
  { reportId, draftId, ground, rows, at }: ClaimsGround,
  read: readonly ReadClaim[],
  origin: ClaimOrigin,
): Promise<NumberedClaim[]> {
  if (read.length === 0) return []
  const { nextClaim, policy } = await tx.report.update({
    where: { id: reportId },
    data: { nextClaim: { increment: read.length } },
    select: { nextClaim: true, policy: true },
  })
  const first = nextClaim - read.length
  const asked = storedPolicy(policy)
  const placed = read.map((claim, i) => {
    const number = first + i
    const second = needsSecond(asked, { reportId, number, risk: 'ordinary' })
    const row = { id: newId(), reportId, number, origin, needsSecond: second, createdAt: at }
    const placement = placementRows(ground, draftId, claim, row.id)
    return { row, placement, scopes: scopeRows(claim, placement.id, rows.markers, rows.notes) }
  })
  const all = <T>(pick: (one: (typeof placed)[number]) => T): T[] => placed.map(pick)
  await insertRows(
    tx,
    'Claim',
    all(({ row }) => row),
  )
  await insertRows(
    tx,
    'Placement',
    all(({ placement }) => placement),
  )
  await insertRows(tx, 'PlacementNote', all(({ scopes }) => scopes).flat())
  claimsChanged(
    tx,
    all(({ row }) => row.id),
  )
  return all(({ row: { id, number } }) => ({ id, number }))
}
