import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { whenNotBusy } from '../sqlite/busy.ts'
import { Connection } from '../sqlite/connection.ts'
import type { Migration } from './files.ts'
import type { AppliedMigration } from './next.ts'
import type { MigrationTarget } from './target.ts'

/** The table as Prisma's own migrator makes it, so that either can go on where the other stopped. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/**
 * The SQLite file at `path`, made when it is not there. Foreign keys are off while it is migrated, and checked at the
 * end of every step: with them on, making a table anew would delete the rows that point at it.
 */
export async function openSqliteTarget(path: string): Promise<MigrationTarget> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const connection = await Connection.openWriter(path)
  connection.run('PRAGMA foreign_keys = OFF')
  return new SqliteTarget(connection)
}

class SqliteTarget implements MigrationTarget {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async whole<T>(step: () => Promise<T>): Promise<T> {
    await whenNotBusy(() => this.#connection.run('BEGIN IMMEDIATE'))
    try {
      const result = await step()
      this.#assertNoDanglingRows()
      this.#connection.run('COMMIT')
      return result
    } finally {
      if (this.#connection.inTransaction) this.#connection.run('ROLLBACK')
    }
  }

  applied(): Promise<AppliedMigration[]> {
    this.#connection.run(MIGRATIONS_TABLE)
    const rows = this.#rows(
      `SELECT migration_name, checksum, finished_at IS NOT NULL FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    return Promise.resolve(
      rows.map(([name, checksum, finished]) => ({
        name: String(name),
        checksum: String(checksum),
        finished: finished === 1,
      })),
    )
  }

  apply({ name, sql, checksum }: Migration): Promise<void> {
    this.#connection.run(sql)
    const now = Date.now()
    this.#connection.execute({
      sql: `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
            VALUES (?, ?, ?, ?, ?, 1)`,
      args: [randomUUID(), checksum, now, name, now],
      argTypes: [],
    })
    return Promise.resolve()
  }

  triggers(): Promise<string[]> {
    return Promise.resolve(
      this.#rows(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).map(([name]) => String(name)),
    )
  }

  close(): Promise<void> {
    this.#connection.closeWriter()
    return Promise.resolve()
  }

  #assertNoDanglingRows(): void {
    const [first] = this.#rows('PRAGMA foreign_key_check')
    if (first)
      throw new Error(
        `A migration would leave rows of ${String(first[0])} without the ${String(first[2])} they point at.`,
      )
  }

  #rows(sql: string): unknown[][] {
    return this.#connection.query({ sql, args: [], argTypes: [] }).rows
  }
}
