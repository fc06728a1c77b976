import type { Snapshot } from '../snapshot.ts'
import type { BackedUpTable } from './contents.ts'

/** A migrated database that a backup is put into, over a connection of its own. */
export interface RestoreTarget {
  /** Runs `work` as one transaction that keeps other writers out; references between rows are checked at its end. */
  whole<T>(work: () => Promise<T>): Promise<T>
  hasRows(table: string): Promise<boolean>
  clear(table: string): Promise<void>
  /** Copies a table's rows; returns how many. */
  fill(backup: Snapshot, table: BackedUpTable): Promise<number>
  close(): Promise<void>
}
