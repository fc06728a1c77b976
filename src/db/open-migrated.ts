import { Invalid } from '../errors.ts'
import { openDatabase, type Database } from './database.ts'
import { migrate } from './migrate.ts'

/**
 * The database at `url`, brought up to date and checked: how every command opens it.
 * @throws Invalid one line that says why it cannot be used
 */
export async function openMigratedDatabase(url: string): Promise<Database> {
  try {
    await migrate(url)
    return await openDatabase(url)
  } catch (error) {
    throw new Invalid(
      `The database cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
