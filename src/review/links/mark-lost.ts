import type { Transaction } from '../../db/database.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import { askRecheck } from '../ask-recheck.ts'
import { touchedBy } from '../falls/touched.ts'
import { type LinkResult, takesAway } from './link-check.ts'

/** A check that was kept. `claimIds`: of excerpts that the page no longer has. */
export interface LostLink {
  readonly id: string
  readonly sourceId: string
  readonly result: LinkResult
  readonly claimIds: readonly string[]
  readonly at: Date
}

/**
 * Marks what is to be checked again because a link died, or lost an excerpt, after somebody ruled: of a dead one every claim that
 * leans on it, of a changed one those whose excerpt is gone. Each once, until the link is well again: what somebody let stand
 * is not asked anew every week.
 * @returns how many were marked
 */
export async function markLost(tx: Transaction, lost: LostLink): Promise<number> {
  if (!takesAway(lost.result)) return 0
  const leaning = lost.result === 'dead' ? await claimsOn(tx, lost.sourceId) : lost.claimIds
  const ids = [...new Set(leaning)]
  const ruled = await tx.claim.findMany({
    where: { id: { in: ids }, status: { not: 'unreviewed' }, setAside: null },
    select: { id: true },
  })
  const asked = await askedInThisIllness(tx, lost)
  const claimIds = ruled.map(({ id }) => id).filter((id) => !asked.has(id))
  if (claimIds.length === 0) return 0
  const { sourceId, at } = lost
  const marked = await askRecheck(tx, {
    claimIds,
    because: 'link died',
    sourceId,
    linkCheckId: lost.id,
    askedBy: null,
    at,
  })
  return marked.length
}

/** What is published is not called back by a link: only what is at work. */
async function claimsOn(tx: Transaction, sourceId: string): Promise<string[]> {
  const { claims } = await touchedBy(tx, await sourceFamily(tx, sourceId))
  return claims
    .filter(({ way }) => way === 'note' || way === 'evidence' || way === 'tick')
    .map(({ claimId }) => claimId)
}

/** The claims that were marked since the link was last found well, or only blocked. */
async function askedInThisIllness(tx: Transaction, { sourceId }: LostLink): Promise<ReadonlySet<string>> {
  const well = await tx.linkCheck.findFirst({
    where: { sourceId, result: { in: ['alive', 'moved'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { at: true },
  })
  const rows = await tx.recheck.findMany({
    where: {
      linkCheck: { sourceId, ...(well === null ? {} : { at: { gt: well.at } }) },
    },
    select: { claimId: true },
  })
  return new Set(rows.map(({ claimId }) => claimId))
}
