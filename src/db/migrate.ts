import { type Migration, migrationsFolder, readMigrations } from './migration/files.ts'
import { nextMigration } from './migration/next.ts'
import { openSqliteTarget } from './migration/sqlite-target.ts'
import type { MigrationTarget } from './migration/target.ts'
import { assertTriggers } from './triggers.ts'
import { type DatabaseAddress, readDatabaseUrl } from './url.ts'

/**
 * Brings the database at `url` up to date: each migration whole or absent, one process at a time. Then checks that
 * the triggers that keep history from being rewritten are there.
 *
 * `folder`: where other migrations than the project's own are; they bring no triggers. `only`: the names of the ones to apply,
 * where it is not to be brought further than these. Returns the names of those it applied.
 * @throws Error one line: cannot be reached, newer than the program, edited or missing migration, missing trigger
 */
export async function migrate(url: string, folder?: string, only?: readonly string[]): Promise<string[]> {
  const address = readDatabaseUrl(url)
  const all = readMigrations(folder ?? migrationsFolder(address.kind))
  const migrations = only === undefined ? all : all.filter(({ name }) => only.includes(name))
  const target = await openTarget(address)
  try {
    const names: string[] = []
    for (;;) {
      const name = await target.whole(() => applyNext(target, migrations))
      if (name === null) break
      names.push(name)
    }
    if (folder === undefined && migrations.length === all.length)
      assertTriggers(address.kind, await target.triggers())
    return names
  } finally {
    await target.close()
  }
}

async function applyNext(target: MigrationTarget, migrations: readonly Migration[]): Promise<string | null> {
  const next = nextMigration(migrations, await target.applied())
  if (next) await target.apply(next)
  return next?.name ?? null
}

async function openTarget(address: DatabaseAddress): Promise<MigrationTarget> {
  if (address.kind === 'sqlite') return openSqliteTarget(address.path)
  const { openPostgresqlTarget } = await import('./migration/postgresql-target.ts')
  return openPostgresqlTarget(address.url)
}
