import pg from 'pg'
import { WRITERS_LOCK } from '../postgresql/writers-lock.ts'
import type { Snapshot, StoredRow, StoredValue } from '../snapshot.ts'
import { type BackedUpTable, rowsAtOnce, selectAll } from './contents.ts'
import type { RestoreTarget } from './restore-target.ts'

/** Values in one statement: PostgreSQL takes 65,535. */
const VALUES_AT_ONCE = 30_000

/** The migrated PostgreSQL database at `url`. */
export async function openPostgresqlRestore(url: string): Promise<RestoreTarget> {
  const client = new pg.Client({ connectionString: url, application_name: 'stet restore' })
  await client.connect()
  return {
    whole: (work) => whole(client, work),
    hasRows: async (table) => (await client.query(`SELECT 1 FROM "${table}" LIMIT 1`)).rows.length > 0,
    clear: async (table) => {
      await client.query(`DELETE FROM "${table}"`)
    },
    fill: (backup, table) => fill(client, backup, table),
    close: () => client.end(),
  }
}

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** References point in circles and cannot be put off in PostgreSQL: they are taken away and made again, all in one transaction. */
async function whole<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${WRITERS_LOCK})`)
    const { rows } = await client.query<Reference>(
      `SELECT r.relname AS "table", c.conname AS name, pg_get_constraintdef(c.oid) AS definition
       FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
       WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace`,
    )
    for (const { table, name } of rows) await client.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`)
    const result = await work()
    for (const { table, name, definition } of rows)
      await client.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition}`)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function fill(client: pg.Client, backup: Snapshot, table: BackedUpTable): Promise<number> {
  const most = Math.min(rowsAtOnce(table), Math.floor(VALUES_AT_ONCE / table.columns.length))
  let count = 0
  for await (const rows of backup.rows(selectAll(table), [], most)) {
    await client.query(
      insertion(table, rows.length),
      rows.flatMap((row) => valuesOf(table, row)),
    )
    count += rows.length
  }
  return count
}

function insertion({ name, columns }: BackedUpTable, rows: number): string {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const place = (row: number, column: number): string => `$${row * columns.length + column + 1}`
  const values = Array.from(
    { length: rows },
    (_, row) => `(${columns.map((_c, column) => place(row, column)).join(', ')})`,
  )
  return `INSERT INTO "${name}" (${names}) VALUES ${values.join(', ')}`
}

const valuesOf = ({ columns }: BackedUpTable, row: StoredRow): unknown[] =>
  columns.map(({ type }, index) => valueOf(type.toUpperCase(), row[index] ?? null))

/** A value of SQLite's as PostgreSQL's column takes it. Instants are in UTC in both. */
function valueOf(type: string, value: StoredValue): unknown {
  if (value === null) return null
  if (type === 'BOOLEAN') return value !== 0
  if (type === 'DATETIME') return String(value).replace(/Z$/, '')
  return value instanceof Uint8Array ? Buffer.from(value) : value
}
