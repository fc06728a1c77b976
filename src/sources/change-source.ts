import type { Actor } from '../accounts/account.ts'
import { standingOf } from '../accounts/standing.ts'
import { assertMay, type SourceAction } from '../accounts/policy.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { assertNotMerged, findSource, type FoundSource } from './find-source.ts'

/** Who does something to which source, and when. */
export interface SourceDeed {
  readonly sourceId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Does something to a source that stands for itself, in one transaction, when the policy lets this person.
 * @throws NotFound there is none that they may know of · NotAllowed · Conflict it was merged into another
 */
export function changeSource<T>(
  db: Database,
  { sourceId, by }: Pick<SourceDeed, 'sourceId' | 'by'>,
  action: SourceAction,
  change: (tx: Transaction, source: FoundSource) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (tx) => {
    const source = await findSource(tx, by, sourceId)
    assertMay((await standingOf(tx, by)).actor, action, source.target)
    assertNotMerged(source)
    return change(tx, source)
  })
}
