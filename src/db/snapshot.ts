import { openSqliteSnapshot } from './sqlite/snapshot.ts'
import type { SharedSnapshot, Snapshot, StoredRow, StoredValue } from './stored.ts'
import type { DatabaseAddress } from './url.ts'

export type { SharedSnapshot, Snapshot, StoredRow, StoredValue } from './stored.ts'

/** @throws Error the database cannot be read */
export const openSnapshot = (address: DatabaseAddress): Promise<Snapshot> =>
  openShared({ address, instant: null })

/** @throws Error the database cannot be read, or the instant is gone with the snapshot that shared it */
export async function openShared({ address, instant }: SharedSnapshot): Promise<Snapshot> {
  if (address.kind === 'sqlite') return openSqliteSnapshot(address.path)
  const { openPostgresqlSnapshot } = await import('./postgresql/snapshot.ts')
  return openPostgresqlSnapshot(address.url, instant)
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
