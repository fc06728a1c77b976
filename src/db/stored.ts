import type { DatabaseAddress, DatabaseKind } from './url.ts'

/** A value as the database has it: dates as ISO 8601 text with milliseconds and `Z`, truth as 0 and 1, on both kinds. */
export type StoredValue = null | number | bigint | string | Uint8Array

export type StoredRow = readonly StoredValue[]

/**
 * Everything in a database as it stands at one instant, over a connection of its own that can only read, while others go on
 * writing. For whoever reads very many rows: no object is made of them.
 */
export interface Snapshot {
  readonly kind: DatabaseKind
  /**
   * The rows that a query finds, `atOnce` of them at a time. `?1`, `?2` … stand for `args`. Only one query at a time; it must
   * be read to its end or left with `break`.
   */
  rows: (sql: string, args?: readonly StoredValue[], atOnce?: number) => AsyncGenerator<StoredRow[]>
  /** All rows of a query that finds few, or a bounded part of many: a third quicker than by and by. */
  all: (sql: string, args?: readonly StoredValue[]) => Promise<StoredRow[]>
  /** For others who read beside this one, as long as it is open. */
  share: () => Promise<SharedSnapshot>
  close: () => Promise<void>
}

/** What opens a snapshot once more, in another thread too: on PostgreSQL the same instant, on SQLite the same or a later one. */
export interface SharedSnapshot {
  readonly address: DatabaseAddress
  /** PostgreSQL's name of the instant; null on SQLite. */
  readonly instant: string | null
}
