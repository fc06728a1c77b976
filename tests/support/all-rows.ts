import type { Database } from '../../src/db/database.ts'

/** Tables that requests touch whatever they ask for. */
const ALWAYS = ['Session', 'ApiToken', 'Presence', 'Job', 'sqlite_sequence', '_prisma_migrations']

/** Every row of every table of a SQLite database, as text: equal before and after, where nothing was written. */
export async function allRows(db: Database): Promise<Readonly<Record<string, string>>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "sql" NOT LIKE '%VIRTUAL%' ORDER BY "name"`
  const rows: Record<string, string> = {}
  for (const { name } of tables)
    if (!ALWAYS.includes(name) && !name.includes('_fts') && !name.startsWith('Blob'))
      rows[name] = JSON.stringify(await db.$queryRawUnsafe(`SELECT * FROM "${name}"`), (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      )
  return rows
}
