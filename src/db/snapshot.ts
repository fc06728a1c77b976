import { openSqliteSnapshot } from './sqlite/snapshot.ts'
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
  close: () => Promise<void>
}

/** @throws Error the database cannot be read */
export async function openSnapshot(address: DatabaseAddress): Promise<Snapshot> {
  if (address.kind === 'sqlite') return openSqliteSnapshot(address.path)
  const { openPostgresqlSnapshot } = await import('./postgresql/snapshot.ts')
  return openPostgresqlSnapshot(address.url)
}

/** All rows of a query that finds few. */
export async function allRows(
  snapshot: Pick<Snapshot, 'rows'>,
  sql: string,
  args: readonly StoredValue[] = [],
): Promise<StoredRow[]> {
  const found: StoredRow[] = []
  for await (const rows of snapshot.rows(sql, args)) found.push(...rows)
  return found
}

/** Reads from a snapshot of the database at `address`, and closes it. */
export async function withSnapshot<T>(
  address: DatabaseAddress,
  read: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const snapshot = await openSnapshot(address)
  try {
    return await read(snapshot)
  } finally {
    await snapshot.close()
  }
}
