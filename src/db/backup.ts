import { resolve } from 'node:path'
import { backUpSqlite } from './sqlite/backup.ts'
import { readDatabaseUrl } from './url.ts'

/**
 * Writes everything in the SQLite database at `url`, as it stands at one instant, to the file `path`, while the
 * server runs. The copy is a database like the original.
 * @throws Error the database is on a PostgreSQL server, which brings its own tool; or a file cannot be read or written
 */
export async function backupTo(url: string, path: string): Promise<void> {
  const address = readDatabaseUrl(url)
  if (address.kind === 'postgresql') throw new Error('Back a PostgreSQL database up with pg_dump.')
  await backUpSqlite(address.path, resolve(path))
}
