import { appendDeskEvent } from '../accounts/desk-event.ts'
import { assertMay } from '../accounts/policy.ts'
import { standingOf } from '../accounts/standing.ts'
import type { Actor } from '../accounts/account.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, Invalid } from '../errors.ts'
import { assertNotMerged, findSource, type FoundSource } from './find-source.ts'
import { DEEPEST_MERGE, sourceFamily } from './source-family.ts'

export interface Merge {
  /** The duplicate, which counts for `intoId` from now on. */
  readonly sourceId: string
  readonly intoId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Merges a duplicate into the source that it duplicates. Nothing of it is lost, and it can be undone: what leans on it counts
 * for the other wherever it is read.
 * @throws NotFound · NotAllowed · Invalid with itself, or one of them is protected · Conflict merged before, or in a circle
 */
export async function mergeSources(db: Database, merge: Merge): Promise<void> {
  await inTransaction(db, (tx) => mergeSourcesWithin(tx, merge))
}

/**
 * The same within a transaction that does more.
 * @returns the source that the duplicate counts for from now on
 * @throws as `mergeSources`; whoever calls lets its transaction fail
 */
export async function mergeSourcesWithin(
  tx: Transaction,
  { sourceId, intoId, by, at }: Merge,
): Promise<FoundSource> {
  if (sourceId === intoId)
    throw new Invalid('A source cannot be merged with itself: choose the other one. Nothing was changed.')
  const [source, into] = [await findSource(tx, by, sourceId), await findSource(tx, by, intoId)]
  const { actor } = await standingOf(tx, by)
  for (const one of [source, into]) assertMay(actor, 'merge sources', one.target)
  await assertMergeable(tx, source, into)
  await tx.source.update({
    where: { id: source.id },
    data: { mergedIntoId: into.id },
    select: { id: true },
  })
  await appendDeskEvent(tx, 'source.merged', { by, at }, { sourceId: source.id, into: into.id })
  return into
}

async function assertMergeable(tx: Transaction, source: FoundSource, into: FoundSource): Promise<void> {
  const family = await sourceFamily(tx, source.id)
  if (family.includes(into.id))
    throw new Conflict(
      'The other source was merged into this one before: a circle says nothing. Undo that merge first. Nothing was changed.',
    )
  assertNotMerged(source)
  assertNotMerged(into)
  if (source.protected !== into.protected)
    throw new Invalid(
      'One of the two is protected, and the other would tell what it is: protect both first. Nothing was changed.',
    )
  if (family.length >= DEEPEST_MERGE && (await depthOf(tx, source.id)) >= DEEPEST_MERGE)
    throw new Conflict(
      `Merges lie ${DEEPEST_MERGE} deep here: undo some, and merge the duplicates into one source. Nothing was changed.`,
    )
}

/** How many steps the longest row of merges into a source has. */
async function depthOf(tx: Transaction, id: string): Promise<number> {
  let depth = 0
  for (let last = [id]; last.length > 0 && depth <= DEEPEST_MERGE; depth++)
    last = (await tx.source.findMany({ where: { mergedIntoId: { in: last } }, select: { id: true } })).map(
      (row) => row.id,
    )
  return depth
}

/**
 * Takes a source out of the one that it was merged into: it counts for itself again.
 * @throws NotFound · NotAllowed · Conflict it is merged into none
 */
export function withdrawMerge(
  db: Database,
  { sourceId, by, at }: Omit<Merge, 'intoId'>,
): Promise<{ readonly outOf: string }> {
  return inTransaction(db, async (tx) => {
    const source = await findSource(tx, by, sourceId)
    assertMay((await standingOf(tx, by)).actor, 'merge sources', source.target)
    const outOf = source.mergedIntoId
    if (outOf === null)
      throw new Conflict('This source is merged into none: somebody undid it before. Nothing was changed.')
    await tx.source.update({ where: { id: source.id }, data: { mergedIntoId: null }, select: { id: true } })
    await appendDeskEvent(tx, 'source.merge-withdrawn', { by, at }, { sourceId: source.id, outOf })
    return { outOf }
  })
}
