import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Migration } from './files.ts'
import type { AppliedMigration } from './next.ts'
import type { MigrationTarget } from './target.ts'

/** The table as Prisma's own migrator makes it, so that either can go on where the other stopped. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** The advisory lock that Prisma's own migrator takes. */
const MIGRATORS_LOCK = 72_707_369

/** The PostgreSQL database at `url`. */
export async function openPostgresqlTarget(url: string): Promise<MigrationTarget> {
  const client = new pg.Client({ connectionString: url, application_name: 'stet migrate' })
  await client.connect()
  return new PostgresqlTarget(client)
}

class PostgresqlTarget implements MigrationTarget {
  readonly #client: pg.Client

  constructor(client: pg.Client) {
    this.#client = client
  }

  async whole<T>(step: () => Promise<T>): Promise<T> {
    await this.#client.query('BEGIN')
    try {
      await this.#client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATORS_LOCK])
      const result = await step()
      await this.#client.query('COMMIT')
      return result
    } catch (error) {
      await this.#client.query('ROLLBACK')
      throw error
    }
  }

  async applied(): Promise<AppliedMigration[]> {
    await this.#client.query(MIGRATIONS_TABLE)
    const { rows } = await this.#client.query<AppliedMigration>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
    )
    return rows
  }

  async apply({ name, sql, checksum }: Migration): Promise<void> {
    await this.#client.query(sql)
    await this.#client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    )
  }

  async triggers(): Promise<string[]> {
    const { rows } = await this.#client.query<{ tgname: string }>(
      `SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
       WHERE NOT tgisinternal AND tgenabled <> 'D' AND relnamespace = current_schema()::regnamespace`,
    )
    return rows.map(({ tgname }) => tgname)
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}
