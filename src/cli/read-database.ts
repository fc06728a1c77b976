import type { Snapshot } from '../db/snapshot.ts'

/**
 * Reads the database that the environment names as it stands at one instant, and changes nothing in it, not even to bring it up
 * to date: it may be what somebody is to be held to.
 * @throws Invalid one line: it cannot be read, or is not of this program's version
 */
export async function readDatabase<T>(read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const { readConfig } = await import('../config.ts')
  const { readDatabaseUrl } = await import('../db/url.ts')
  const { openSnapshot } = await import('../db/snapshot.ts')
  const { assertUpToDate } = await import('../db/assert-up-to-date.ts')
  const { Invalid } = await import('../errors.ts')
  const address = readDatabaseUrl(readConfig(process.env).databaseUrl)
  const snapshot = await openSnapshot(address).catch((error: unknown) => {
    throw new Invalid(
      `The database cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    )
  })
  try {
    await assertUpToDate(snapshot)
    return await read(snapshot)
  } finally {
    await snapshot.close()
  }
}
