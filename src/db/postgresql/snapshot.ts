import pg from 'pg'
import type { Snapshot, StoredRow, StoredValue } from '../stored.ts'

const ROWS_AT_ONCE = 5_000

/** PostgreSQL's numbers of the types that Stet uses and that its driver would make something else of. */
const BOOLEAN = 16
const BYTES = 17
const BIG_INTEGER = 20
const NUMBERS = [21, 23, 700, 701]
const TIMESTAMP = 1114

/** A value as SQLite would have it, from PostgreSQL's text of it. */
function parserOf(type: number): (text: string) => StoredValue {
  if (type === BOOLEAN) return (text) => (text === 't' ? 1 : 0)
  if (type === BYTES) return (text) => Buffer.from(text.slice('\\x'.length), 'hex')
  if (type === TIMESTAMP) return isoOf
  if (type === BIG_INTEGER || NUMBERS.includes(type)) return Number
  return (text) => text
}

/** “2026-01-05 08:00:00.5” as “2026-01-05T08:00:00.500Z”. */
function isoOf(text: string): string {
  const [seconds = '', fraction = ''] = text.split('.')
  return `${seconds.replace(' ', 'T')}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

/**
 * The PostgreSQL database at `url` as it stands now, or stood at the `instant` that another snapshot shares.
 * @throws Error it cannot be reached, or there is no such instant any more
 */
export async function openPostgresqlSnapshot(url: string, instant: string | null = null): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, application_name: 'stet snapshot' })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if (instant !== null) await client.query(`SET TRANSACTION SNAPSHOT ${client.escapeLiteral(instant)}`)
    await client.query('SELECT 1 FROM pg_class LIMIT 1') // the first read is the instant
  } catch (error) {
    await client.end()
    throw error
  }
  return {
    kind: 'postgresql',
    share: async () => {
      const { rows } = await client.query<{ instant: string }>('SELECT pg_export_snapshot() AS "instant"')
      return { address: { kind: 'postgresql', url }, instant: rows[0]?.instant ?? null }
    },
    all: async (sql, args = []) => {
      const asked = { text: numbered(sql), values: [...args], ...AS_STORED }
      return (await client.query<StoredValue[]>(asked)).rows
    },
    rows: (sql, args = [], atOnce = ROWS_AT_ONCE) => rowsOf(client, sql, args, atOnce),
    close: () => client.end(),
  }
}

const AS_STORED = { rowMode: 'array', types: { getTypeParser: parserOf as never } } as const

/** PostgreSQL's way to name a statement's arguments. */
const numbered = (sql: string): string => sql.replaceAll(/\?(\d+)/g, '$$$1')

async function* rowsOf(
  client: pg.Client,
  sql: string,
  args: readonly StoredValue[],
  atOnce: number,
): AsyncGenerator<StoredRow[]> {
  await client.query(`DECLARE found NO SCROLL CURSOR FOR ${numbered(sql)}`, [...args])
  try {
    for (;;) {
      const { rows } = await client.query<StoredValue[]>({
        text: `FETCH ${atOnce} FROM found`,
        ...AS_STORED,
      })
      if (rows.length > 0) yield rows
      if (rows.length < atOnce) return
    }
  } finally {
    await client.query('CLOSE found').catch(() => undefined) // gone already where the query failed
  }
}
