import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../paths.ts'
import type { DatabaseKind } from '../url.ts'

/** One step from an older to a newer schema. `checksum`: SHA-256 of its SQL, hex. */
export interface Migration {
  name: string
  sql: string
  checksum: string
}

/** Where the migrations of a kind of database are. */
export const migrationsFolder = (kind: DatabaseKind): string =>
  join(projectRoot, 'prisma', 'migrations', kind)

/** The migrations in `folder`, in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => readMigration(folder, name))
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
