import { renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { migrate } from '../migrate.ts'
import { allRows, type Snapshot, withSnapshot } from '../snapshot.ts'
import { copySqlite } from '../sqlite/backup.ts'
import { whileFlushing } from '../sqlite/flushing.ts'
import { sqlite } from '../sqlite/module.ts'
import { openSqliteSnapshot } from '../sqlite/snapshot.ts'
import { readDatabaseUrl } from '../url.ts'
import { sealBackup } from './seal-backup.ts'
import { type BackedUpTable, rowsAtOnce, selectAll, tablesOf } from './contents.ts'

/** The list of migrations, which a backup has for SQLite, whatever it is a backup of. */
const MIGRATIONS = '_prisma_migrations'

/**
 * Writes everything in the database at `url`, as it stands at one instant, to the file `path`, while servers run. A backup is an
 * SQLite file for both kinds of database, and says what is in each of its tables. `path` appears when it is whole; a file that
 * was there is replaced.
 * @throws Error the database cannot be read or the file cannot be written
 */
export async function backupTo(url: string, path: string): Promise<void> {
  const address = readDatabaseUrl(url)
  const whole = resolve(path)
  const part = `${whole}.part`
  const loose = `${whole}.loose` // rows of another kind of database, before they are laid close together
  remove(part)
  remove(loose)
  try {
    if (address.kind === 'postgresql')
      await whileFlushing(loose, () => withSnapshot(address, (snapshot) => copyToSqlite(snapshot, loose)))
    await copySqlite(address.kind === 'sqlite' ? address.path : loose, part)
    await sealBackup(part)
    renameSync(part, whole)
  } finally {
    remove(part)
    remove(loose)
  }
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true })
}

/** Makes an SQLite file with the same migrations and rows. */
async function copyToSqlite(from: Snapshot, path: string): Promise<void> {
  await migrate(`file:${path}`, undefined, await migrationsIn(from))
  const layout = await openSqliteSnapshot(path)
  const tables = await tablesOf(layout).finally(() => layout.close())
  const file = new sqlite.DatabaseSync(path)
  try {
    file.exec('PRAGMA foreign_keys = OFF; BEGIN')
    for (const table of tables) if (table.name !== MIGRATIONS) await copyTable(from, file, table)
    file.exec('COMMIT')
  } finally {
    file.close()
  }
}

/** The names of the migrations that a database has. */
export async function migrationsIn(snapshot: Pick<Snapshot, 'rows'>): Promise<string[]> {
  const rows = await allRows(
    snapshot,
    `SELECT "migration_name" FROM "${MIGRATIONS}" WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL`,
  )
  return rows.map(([name]) => String(name)).sort()
}

/** Copies a table's rows into an SQLite file, within a transaction that is open on it. */
export async function copyTable(
  from: Pick<Snapshot, 'rows'>,
  file: InstanceType<typeof sqlite.DatabaseSync>,
  table: BackedUpTable,
): Promise<number> {
  const names = table.columns.map(({ name }) => `"${name}"`)
  const places = names.map(() => '?')
  const insert = file.prepare(
    `INSERT INTO "${table.name}" (${names.join(', ')}) VALUES (${places.join(', ')})`,
  )
  let count = 0
  for await (const rows of from.rows(selectAll(table), [], rowsAtOnce(table)))
    for (const row of rows) {
      insert.run(...row)
      count += 1
    }
  return count
}
