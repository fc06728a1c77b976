import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { FallKind } from '../../sources/fall.ts'
import { type Merge, mergeSourcesWithin } from '../../sources/merge-sources.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import { askRecheck } from '../ask-recheck.ts'
import { touchedBy } from './touched.ts'

/**
 * Merges a duplicate into the source that it duplicates. Where that one has fallen, what leans on the duplicate leans on a fallen
 * source from now on: its claims are to be checked again, as when it fell, each with an event.
 * @throws NotFound · NotAllowed · Invalid with itself, or one of them is protected · Conflict merged before, or in a circle
 */
export function mergeDuplicate(db: Database, merge: Merge): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { claims } = await touchedBy(tx, await sourceFamily(tx, merge.sourceId))
    const into = await mergeSourcesWithin(tx, merge)
    if (into.fallen === null) return
    const fall = await tx.sourceFall.findFirst({
      where: { sourceId: into.id, withdraws: null, withdrawal: null },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { id: true },
    })
    await askRecheck(tx, {
      claimIds: [...new Set(claims.map(({ claimId }) => claimId))],
      because: `source ${into.fallen as FallKind}`,
      sourceId: into.id,
      fallId: fall?.id ?? null,
      askedBy: merge.by.id,
      at: merge.at,
    })
  })
}
