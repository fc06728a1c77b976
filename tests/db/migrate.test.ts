import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { expectedTriggers } from '../../src/db/triggers.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

/** Looks into the database at `url` and closes it again. */
async function lookInto<T>(url: string, look: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(url)
  try {
    return await look(db)
  } finally {
    await closeDatabase(db)
  }
}

const tableExists = (url: string, table: string) =>
  lookInto(url, (db) =>
    db.$queryRawUnsafe(`SELECT 1 FROM "${table}"`).then(
      () => true,
      () => false,
    ),
  )

const forget = (url: string) => lookInto(url, (db) => db.$executeRaw`DELETE FROM _prisma_migrations`)

describeOnBothDatabases('migrate', (_makeDatabase, makeUrl) => {
  /** A database that remembers no migration; those of `folder` are then all it is to have. */
  async function unmigrated(): Promise<string> {
    const url = await makeUrl()
    await forget(url)
    return url
  }

  test('has nothing to do in a database that is up to date', async () => {
    expect(await migrate(await makeUrl())).toEqual([])
  })

  test('applies what is missing, in the order of the names', async () => {
    const url = await unmigrated()
    writeMigration('0002_bees', 'ALTER TABLE "Hive" ADD COLUMN "bees" INTEGER')
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY)')
    expect(await migrate(url, folder)).toEqual(['0001_hives', '0002_bees'])
    writeMigration('0003_honey', 'ALTER TABLE "Hive" ADD COLUMN "honey" INTEGER')
    expect(await migrate(url, folder)).toEqual(['0003_honey'])
    expect(await tableExists(url, 'Hive')).toBe(true)
  })

  test('leaves nothing of a migration that fails half-way, and keeps those before it', async () => {
    const url = await unmigrated()
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY)')
    writeMigration(
      '0002_broken',
      'CREATE TABLE "Bee" ("id" TEXT PRIMARY KEY); CREATE TABLE "Hive" ("id" TEXT)',
    )
    await expect(migrate(url, folder)).rejects.toThrow('already exists')
    expect(await tableExists(url, 'Bee')).toBe(false)
    writeMigration('0002_broken', 'CREATE TABLE "Bee" ("id" TEXT PRIMARY KEY)')
    expect(await migrate(url, folder)).toEqual(['0002_broken'])
  })

  test('refuses a migration that was edited after it was applied', async () => {
    const url = await unmigrated()
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY)')
    await migrate(url, folder)
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY, "bees" INTEGER)')
    await expect(migrate(url, folder)).rejects.toThrow('0001_hives was edited after it was applied')
  })

  test('refuses a database that is newer than the program', async () => {
    const url = await unmigrated()
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY)')
    writeMigration('0002_bees', 'CREATE TABLE "Bee" ("id" TEXT PRIMARY KEY)')
    await migrate(url, folder)
    rmSync(join(folder, '0002_bees'), { recursive: true })
    await expect(migrate(url, folder)).rejects.toThrow(
      'newer than this program: it has the migration 0002_bees',
    )
  })

  test('refuses a migration that comes before one that was applied', async () => {
    const url = await unmigrated()
    writeMigration('0002_bees', 'CREATE TABLE "Bee" ("id" TEXT PRIMARY KEY)')
    await migrate(url, folder)
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY)')
    await expect(migrate(url, folder)).rejects.toThrow('has the migration 0002_bees but lacks 0001_hives')
  })

  test('applies each migration once when several processes start together', async () => {
    const url = await unmigrated()
    writeMigration('0001_hives', 'CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY)')
    writeMigration('0002_bees', 'CREATE TABLE "Bee" ("id" TEXT PRIMARY KEY)')
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)))
    expect(applied.flat().sort()).toEqual(['0001_hives', '0002_bees'])
  })

  test('refuses a database that lacks a trigger, and names it', async () => {
    const url = await makeUrl()
    const on = url.startsWith('postgresql') ? ' ON "Event"' : ''
    await lookInto(url, (db) => db.$executeRawUnsafe(`DROP TRIGGER "Event_refuse_update"${on}`))
    await expect(migrate(url)).rejects.toThrow('Event_refuse_update')
  })
})

describeOnSqlite('migrate', (_makeDatabase, makeUrl) => {
  test('keeps the rows that point at a table that is made anew', async () => {
    const url = await makeUrl()
    await forget(url)
    writeMigration(
      '0001_hives',
      `CREATE TABLE "Hive" ("id" TEXT PRIMARY KEY);
       CREATE TABLE "Bee" ("id" TEXT PRIMARY KEY, "hive" TEXT REFERENCES "Hive" ("id") ON DELETE CASCADE);
       INSERT INTO "Hive" VALUES ('h'); INSERT INTO "Bee" VALUES ('b', 'h');`,
    )
    const copyInto = (rows: string) =>
      `CREATE TABLE "new_Hive" ("id" TEXT PRIMARY KEY, "bees" INTEGER); INSERT INTO "new_Hive" ("id") ${rows};
       DROP TABLE "Hive"; ALTER TABLE "new_Hive" RENAME TO "Hive";`
    writeMigration('0002_again', copyInto('SELECT "id" FROM "Hive"'))
    await migrate(url, folder)
    expect(await lookInto(url, (db) => db.$queryRaw`SELECT "id" FROM "Bee"`)).toEqual([{ id: 'b' }])
    writeMigration('0003_forgetful', copyInto('SELECT "id" FROM "Hive" WHERE 0'))
    await expect(migrate(url, folder)).rejects.toThrow('would leave rows of Bee without the Hive')
  })

  test('makes a database, and the folder it is to stand in, where there is none', async () => {
    const url = `file:${join(folder, 'new', 'data', 'stet.db')}`
    expect(await migrate(url)).toEqual(['0001_init'])
    const found = await lookInto(
      url,
      (db) => db.$queryRaw<{ name: string }[]>`SELECT name FROM sqlite_master WHERE type = 'trigger'`,
    )
    expect(found.map(({ name }) => name).sort()).toEqual(expectedTriggers('sqlite').sort())
  })

  test('refuses an address that it does not understand', async () => {
    await expect(migrate('mysql://localhost/stet')).rejects.toThrow('DATABASE_URL must be')
    await expect(migrate('file::memory:')).rejects.toThrow('DATABASE_URL must be')
  })
})
