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
 * The PostgreSQL database at `url` as it stands now.
 * @throws Error it cannot be reached
 */
export async function openPostgresqlSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, application_name: 'stet snapshot' })
  await client.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await client.query('SELECT 1 FROM pg_class LIMIT 1') // the first read is the instant
  return {
    kind: 'postgresql',
    rows: (sql, args = [], atOnce = ROWS_AT_ONCE) => rowsOf(client, sql, args, atOnce),
    close: () => client.end(),
  }
}

async function* rowsOf(
  client: pg.Client,
  sql: string,
  args: readonly StoredValue[],
  atOnce: number,
): AsyncGenerator<StoredRow[]> {
  const numbered = sql.replaceAll(/\?(\d+)/g, '$$$1')
  await client.query(`DECLARE found NO SCROLL CURSOR FOR ${numbered}`, [...args])
  try {
    for (;;) {
      const { rows } = await client.query<StoredValue[]>({
        text: `FETCH ${atOnce} FROM found`,
        rowMode: 'array',
        types: { getTypeParser: parserOf as never },
      })
      if (rows.length > 0) yield rows
      if (rows.length < atOnce) return
    }
  } finally {
    await client.query('CLOSE found').catch(() => undefined) // gone already where the query failed
  }
}
