import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../paths.ts'
import { allRows, type Snapshot } from './snapshot.ts'
import { expectedTriggers } from './triggers.ts'

/**
 * The triggers that keep history from being rewritten and that are not as this program made them: missing, switched off, or
 * doing something else. By name.
 */
export async function brokenTriggers(snapshot: Snapshot): Promise<readonly string[]> {
  const statements = readFileSync(join(projectRoot, 'prisma', 'triggers', `${snapshot.kind}.sql`), 'utf8')
  const whole =
    snapshot.kind === 'sqlite'
      ? await inSqlite(snapshot, statements)
      : await inPostgresql(snapshot, statements)
  return expectedTriggers(snapshot.kind).filter((name) => !whole.has(name))
}

/** SQLite keeps a trigger's own words. */
async function inSqlite(snapshot: Snapshot, statements: string): Promise<ReadonlySet<string>> {
  const made = new Map(
    [...statements.matchAll(/^CREATE TRIGGER "(\w+)"[^]*?\bEND(?=;)/gm)].map(([sql, name = '']) => [
      name,
      sql,
    ]),
  )
  const rows = await allRows(snapshot, `SELECT "name", "sql" FROM "sqlite_master" WHERE "type" = 'trigger'`)
  return new Set(rows.filter(([name, sql]) => made.get(String(name)) === sql).map(([name]) => String(name)))
}

/** PostgreSQL keeps the function's own words; a trigger counts when it always fires and calls the function that it was made with. */
async function inPostgresql(snapshot: Snapshot, statements: string): Promise<ReadonlySet<string>> {
  const sources = [...statements.matchAll(/FUNCTION "(\w+)"\(\)[^$]*?AS \$\$([^]*?)\$\$/g)]
  const source = new Map(sources.map(([, name = '', body = '']) => [name, body]))
  const calls = [...statements.matchAll(/^CREATE TRIGGER "(\w+)"[^]*?EXECUTE FUNCTION "(\w+)"\(\);/gm)]
  const called = new Map(calls.map(([, trigger = '', name = '']) => [trigger, name]))
  const rows = await allRows(
    snapshot,
    `SELECT t.tgname::text, p.proname::text, p.prosrc
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE NOT t.tgisinternal AND t.tgenabled = 'A' AND c.relnamespace = current_schema()::regnamespace`,
  )
  const whole = rows.filter(
    ([trigger, name, body]) => called.get(String(trigger)) === name && source.get(String(name)) === body,
  )
  return new Set(whole.map(([trigger]) => String(trigger)))
}
