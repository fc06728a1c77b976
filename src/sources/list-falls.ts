import type { Database } from '../db/database.ts'

/** A fall of a source, or that one was taken back. `reason`: null where it was destroyed, or is kept from this reader. */
export interface SourceFallView {
  readonly id: string
  readonly kind: string
  /** The reliability before and after, where it was downgraded. */
  readonly from: string | null
  readonly to: string | null
  readonly withdraws: string | null
  readonly reason: string | null
  readonly madeBy: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Newest first. What is said of a protected source may tell who it is: `named` says whether the reader may know. */
export async function listFalls(db: Database, sourceId: string, named: boolean): Promise<SourceFallView[]> {
  const rows = await db.sourceFall.findMany({
    where: { sourceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { reason: { select: { body: true } }, madeBy: { select: { id: true, name: true } } },
  })
  return rows.map(({ id, kind, from, to, withdraws, reason, madeBy, at }) => ({
    id,
    kind,
    from: to === null ? null : from,
    to,
    withdraws,
    reason: named ? reason.body : null,
    madeBy,
    at,
  }))
}
