import type { Migration } from './files.ts'
import type { AppliedMigration } from './next.ts'

/** A database that migrations are applied to, over a connection of its own. */
export interface MigrationTarget {
  /** Runs `step` as one transaction that keeps every other migrator out: all of it is kept, or nothing. */
  whole<T>(step: () => Promise<T>): Promise<T>
  /** What was applied, in the order of the names; makes the table that remembers it where it is not there. */
  applied(): Promise<AppliedMigration[]>
  /** Runs the migration's SQL and remembers it. */
  apply(migration: Migration): Promise<void>
  /** Names of the triggers that are there and switched on. */
  triggers(): Promise<string[]>
  close(): Promise<void>
}
