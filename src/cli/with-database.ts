import type { Database } from '../db/database.ts'

/** Opens the database that the environment names, brings it up to date, and closes it when the work is done. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { readConfig } = await import('../config.ts')
  const { openMigratedDatabase } = await import('../db/open-migrated.ts')
  const db = await openMigratedDatabase(readConfig(process.env).databaseUrl)
  try {
    return await work(db)
  } finally {
    await db.$disconnect()
  }
}
