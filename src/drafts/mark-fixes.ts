import type { Transaction } from '../db/database.ts'
import { wordingWithFixes, type WaitingFix } from '../review/wording-with-fixes.ts'
import { loadWording } from '../review/load-wording.ts'
import type { CarriedWording } from './carry-over.ts'
import { groupBy } from '../text/group-by.ts'

/** What became of the fixes that waited. */
export interface MarkedFixes {
  /** Ids of the claims that had some. */
  readonly claimIds: ReadonlySet<string>
  readonly told: Readonly<Record<'in' | 'missed' | 'changed otherwise', number>>
}

/** Marks each fix that waited for the next draft: its words are in, were missed, or the claim was changed otherwise. */
export async function markFixes(
  tx: Transaction,
  before: string,
  wordings: readonly CarriedWording[],
): Promise<MarkedFixes> {
  const waiting = await tx.fix.findMany({
    where: { state: { in: ['asked', 'accepted'] }, placement: { draftId: before } },
    orderBy: { start: 'asc' },
    select: FIX,
  })
  const told = { in: 0, missed: 0, 'changed otherwise': 0 }
  const carried = new Map(wordings.map((wording) => [wording.claimId, wording]))
  const byClaim = groupBy(waiting, ({ claimId }) => claimId)
  for (const [claimId, fixes] of byClaim) {
    const became = await becameOf(tx, fixes, carried.get(claimId))
    for (const { id } of fixes) {
      const state = became(id)
      told[state]++
      await tx.fix.update({ where: { id }, data: { state }, select: { id: true } })
    }
  }
  return { claimIds: new Set(byClaim.keys()), told }
}

const FIX = {
  id: true,
  claimId: true,
  placementId: true,
  start: true,
  end: true,
  proposed: true,
} as const

type FixRow = WaitingFix & { readonly placementId: string }

async function becameOf(
  tx: Transaction,
  fixes: readonly FixRow[],
  wording: CarriedWording | undefined,
): Promise<(id: string) => 'in' | 'missed' | 'changed otherwise'> {
  const to = wording?.to ?? null
  const [first] = fixes
  if (to === null || first === undefined) return () => 'changed otherwise'
  if (to === wording?.from) return () => 'missed'
  const made = wordingWithFixes(await loadWording(tx, first.placementId), fixes, to)
  return (id) => (made === null ? 'changed otherwise' : made.has(id) ? 'in' : 'missed')
}

/**
 * The same for one claim that a person put elsewhere, or nowhere: for the fixes that were asked where it stood last before the
 * present draft, and that an import marked. `to`: the key of its wording now, null where it stands nowhere.
 */
export async function markFixesOf(
  tx: Transaction,
  { claimId, draft, to }: { readonly claimId: string; readonly draft: number; readonly to: string | null },
): Promise<void> {
  const stood = await tx.placement.findFirst({
    where: { claimId, start: { not: null }, draft: { number: { lt: draft } } },
    orderBy: { draft: { number: 'desc' } },
    select: { id: true, wordingKey: true },
  })
  if (stood === null) return
  const fixes = await tx.fix.findMany({
    where: { placementId: stood.id, state: { in: ['in', 'missed', 'changed otherwise'] } },
    orderBy: { start: 'asc' },
    select: { ...FIX, state: true },
  })
  const became = await becameOf(tx, fixes, { claimId, from: stood.wordingKey, to, returned: false })
  for (const { id, state } of fixes)
    if (became(id) !== state)
      await tx.fix.update({ where: { id }, data: { state: became(id) }, select: { id: true } })
}
