import { Invalid } from '../errors.ts'
import { type Migration, migrationsFolder, readMigrations } from './migration/files.ts'
import { type AppliedMigration, nextMigration } from './migration/next.ts'
import { allRows, type Snapshot } from './snapshot.ts'

/**
 * Lets through a database that has exactly the migrations of this program, without changing it.
 * @throws Invalid one line that says what to do
 */
export async function assertUpToDate(snapshot: Snapshot): Promise<void> {
  const known = readMigrations(migrationsFolder(snapshot.kind))
  const there = await applied(snapshot)
  if (nextOf(known, there) !== null)
    throw new Invalid('The database is not up to date: run `stet migrate` first.')
}

function nextOf(known: readonly Migration[], there: readonly AppliedMigration[]): Migration | null {
  try {
    return nextMigration(known, there)
  } catch (error) {
    throw new Invalid(
      `The database cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function applied(snapshot: Snapshot): Promise<AppliedMigration[]> {
  const rows = await allRows(
    snapshot,
    `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL FROM "_prisma_migrations"
     WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
  ).catch(() => {
    throw new Invalid('The database cannot be used: it is not one of Stet’s.')
  })
  return rows.map(([name, checksum, finished]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: finished === 1,
  }))
}
