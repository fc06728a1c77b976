import { setImmediate } from 'node:timers/promises'
import type { Snapshot, StoredRow, StoredValue } from '../stored.ts'
import { whenNotBusy } from './busy.ts'
import { sqlite } from './module.ts'

/** How many rows are read before others get their turn of this process. */
const ROWS_AT_ONCE = 1_000

/** Kibibytes of the file that are kept in memory: a million texts are found by an index that is not much larger. */
const CACHE_KB = 32_000

/**
 * The SQLite file at `path` as it stands now.
 * @throws Error it cannot be opened, or is no database
 */
export async function openSqliteSnapshot(path: string): Promise<Snapshot> {
  const handle = new sqlite.DatabaseSync(path, { readOnly: true, timeout: 2 })
  handle.exec(`PRAGMA cache_size = -${CACHE_KB}`)
  try {
    await whenNotBusy(() => {
      if (!handle.isTransaction) handle.exec('BEGIN')
      handle.prepare('SELECT COUNT(*) FROM sqlite_master').all() // the first read is the instant
    })
  } catch (error) {
    handle.close()
    throw error
  }
  return {
    kind: 'sqlite',
    share: () => Promise.resolve({ address: { kind: 'sqlite', path }, instant: null }),
    all: (sql, args = []) => {
      const statement = handle.prepare(sql)
      statement.setReturnArrays(true)
      return Promise.resolve(statement.all(...args) as unknown as StoredRow[])
    },
    rows: (sql, args = [], atOnce = ROWS_AT_ONCE) => rowsOf(handle, sql, args, atOnce),
    close: () => {
      // Closing alone would do it, but the packaged driver leaves statements, and so the file's lock, until they are garbage.
      if (handle.isTransaction) handle.exec('ROLLBACK')
      handle.close()
      return Promise.resolve()
    },
  }
}

async function* rowsOf(
  handle: InstanceType<typeof sqlite.DatabaseSync>,
  sql: string,
  args: readonly StoredValue[],
  atOnce: number,
): AsyncGenerator<StoredRow[]> {
  const statement = handle.prepare(sql)
  statement.setReturnArrays(true)
  underWay.add(statement)
  try {
    let rows: StoredRow[] = []
    for (const row of statement.iterate(...args)) {
      rows.push(row as StoredRow)
      if (rows.length < atOnce) continue
      yield rows
      rows = []
      await setImmediate()
    }
    if (rows.length > 0) yield rows
  } finally {
    underWay.delete(statement)
  }
}

/** Statements that are being read: the driver's iterator does not keep its own from being collected as garbage. */
const underWay = new Set<object>()
