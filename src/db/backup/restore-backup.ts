import { existsSync, rmSync } from 'node:fs'
import { Invalid } from '../../errors.ts'
import { migrationsFolder, readMigrations } from '../migration/files.ts'
import { migrate } from '../migrate.ts'
import type { Snapshot } from '../snapshot.ts'
import { readDatabaseUrl } from '../url.ts'
import { tablesOf } from './contents.ts'
import type { RestoreTarget } from './restore-target.ts'
import { openSqliteRestore } from './sqlite-restore.ts'
import { migrationsIn } from './write-backup.ts'

/** What a first start leaves in a database before anybody did anything; a backup brings its own. */
const LEFT_BY_STARTS = ['Job', 'Presence', 'Session', 'SetupLink', 'SigningKey']

/**
 * Puts everything that is in a backup into the empty database at `url`, made where it is not there: whole, or nothing of it.
 * A backup of an older Stet is brought up to date.
 * @throws Invalid one line: the database is not empty, or the backup is of a newer Stet · Error it cannot be written
 */
export async function restoreBackup(backup: Snapshot, url: string): Promise<number> {
  const address = readDatabaseUrl(url)
  const only = await knownMigrations(backup)
  const isNew = address.kind === 'sqlite' && !existsSync(address.path)
  try {
    await migrate(url, undefined, only)
    const rows = await load(backup, url)
    await migrate(url)
    return rows
  } catch (error) {
    if (isNew) for (const end of ['', '-wal', '-shm']) rmSync(`${address.path}${end}`, { force: true })
    throw error
  }
}

/** The migrations of a backup, which must be the first ones of this program's. */
async function knownMigrations(backup: Snapshot): Promise<string[]> {
  const names = await migrationsIn(backup)
  const known = readMigrations(migrationsFolder('sqlite')).map(({ name }) => name)
  if (names.length > 0 && names.every((name, index) => known[index] === name)) return names
  throw new Invalid('This backup was made by a newer Stet: install that version, then restore it.')
}

async function load(backup: Snapshot, url: string): Promise<number> {
  const tables = (await tablesOf(backup)).filter(({ name }) => name !== '_prisma_migrations')
  const target = await openTarget(url)
  try {
    return await target.whole(async () => {
      for (const { name } of tables)
        if (LEFT_BY_STARTS.includes(name)) await target.clear(name)
        else if (await target.hasRows(name)) throw new Invalid(NOT_EMPTY)
      let rows = 0
      for (const table of tables) rows += await target.fill(backup, table)
      return rows
    })
  } finally {
    await target.close()
  }
}

const NOT_EMPTY =
  'The database that DATABASE_URL names is not empty: restore into one that is not there yet, or holds nothing.'

async function openTarget(url: string): Promise<RestoreTarget> {
  const address = readDatabaseUrl(url)
  if (address.kind === 'sqlite') return openSqliteRestore(address.path)
  const { openPostgresqlRestore } = await import('./postgresql-restore.ts')
  return openPostgresqlRestore(address.url)
}
