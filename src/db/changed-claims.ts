import type { Transaction } from './database.ts'

/** Ids of the claims that a transaction changed and that no event of it has told of yet. */
const untold = new WeakMap<Transaction, Set<string>>()

/**
 * Says that a transaction changed claims: whatever writes what a claim's standing is made of (src/history/standing.ts) calls it,
 * and the next event on their report's chain tells where they stand.
 */
export function claimsChanged(tx: Transaction, ids: Iterable<string>): void {
  const changed = untold.get(tx) ?? new Set()
  for (const id of ids) changed.add(id)
  untold.set(tx, changed)
}

/** Ids of the claims that were changed and not told of. */
export const claimsUntold = (tx: Transaction): ReadonlySet<string> => untold.get(tx) ?? new Set()

/** An event told of these. */
export function claimsTold(tx: Transaction, ids: Iterable<string>): void {
  for (const id of ids) untold.get(tx)?.delete(id)
}

/** @throws when claims changed without an event that says so: the transaction must not be kept */
export function assertAllTold(tx: Transaction): void {
  const { size } = claimsUntold(tx)
  if (size > 0) throw new Error(`${size} claims changed after the last event that tells of them`)
}
