import { expect, test } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { Prisma, PrismaClient } from '../../../src/db/generated/sqlite/client.ts'
import { SqliteAdapterFactory } from '../../../src/db/sqlite/adapter.ts'
import { withRawReader } from '../../../src/db/sqlite/raw-reader.ts'
import { describeOnSqlite } from '../../support/databases.ts'

const AT = new Date('2026-03-01T09:00:00.123Z')

describeOnSqlite('raw queries that go straight to the database', (makeDatabase, makeUrl) => {
  /** The client as Prisma has it, and with the shorter way. */
  async function bothWays(): Promise<{ plain: Database; quick: Database }> {
    const adapter = new SqliteAdapterFactory((await makeUrl()).replace(/^file:/, ''))
    const plain = new PrismaClient({ adapter })
    await plain.$connect()
    return { plain, quick: withRawReader(plain, adapter) }
  }

  test('bring the same as the client’s own', async () => {
    const { plain, quick } = await bothWays()
    await plain.$executeRawUnsafe(
      'CREATE TABLE "All" ("i" INTEGER, "b" BIGINT, "r" REAL, "t" TEXT, "x" BLOB, "y" BOOLEAN, "d" DATETIME)',
    )
    const rows = [
      [7, 2n ** 60n, 0.5, 'a “b” ?', new Uint8Array([0, 255]), true, AT],
      [-1, 3n, 2, '', new Uint8Array(), false, new Date(0)],
      [null, null, null, null, null, null, null],
    ]
    for (const row of rows)
      await plain.$executeRaw`INSERT INTO "All" VALUES (${row[0]}, ${row[1]}, ${row[2]}, ${row[3]}, ${row[4]}, ${row[5]}, ${row[6]})`
    const queries = [
      Prisma.sql`SELECT * FROM "All" ORDER BY rowid`,
      Prisma.sql`SELECT * FROM "All" WHERE "i" > ${100}`,
      Prisma.sql`SELECT COUNT(*) AS "n", MAX("b") AS "b", SUM("r") AS "r", "y" OR 0 AS "y", ${1.5} AS "p", ${'x'} AS "s", NULL AS "none" FROM "All"`,
      Prisma.sql`WITH own AS (SELECT * FROM "All" WHERE "y" = ${true}) SELECT "d", "i", "i" FROM own WHERE "d" = ${AT}`,
      Prisma.sql`SELECT "i" FROM "All" WHERE "i" IN (${Prisma.join([7, -1])}) AND "b" <> ${9n} ${Prisma.empty} ORDER BY "i"`,
    ]
    for (const query of queries) expect(await quick.$queryRaw(query)).toEqual(await plain.$queryRaw(query))
    expect(await quick.$queryRaw`SELECT "t" FROM "All" WHERE "i" = ${7}`).toEqual([{ t: 'a “b” ?' }])
    await plain.$disconnect()
  })

  test('may write, and fail as the client’s own', async () => {
    const { plain, quick } = await bothWays()
    const written = quick.$queryRaw`INSERT INTO "Setting" ("name", "value") VALUES ('a', 'b') RETURNING "name"`
    expect(await written).toEqual([{ name: 'a' }])
    expect(await plain.setting.count()).toBe(1)
    const failed = await Promise.allSettled(
      [quick, plain].map((db) => db.$queryRaw`SELECT "no" FROM "Nowhere"`),
    )
    const [code] = failed.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : '',
    )
    expect(failed.every(({ status }) => status === 'rejected')).toBe(true)
    expect(code).toBe('P2010')
    await plain.$disconnect()
  })

  test('see within a transaction what it wrote, and outside nothing of it', async () => {
    const db = await makeDatabase()
    const count = (of: Pick<Database, '$queryRaw'>) =>
      of.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Source"`
    await db.$transaction(async (tx) => {
      await tx.source.create({ data: { id: 's', key: 's', kind: 'document', title: 's', createdAt: AT } })
      expect([await count(tx), await count(db)]).toEqual([[{ id: 's' }], []])
    })
    expect(await count(db)).toEqual([{ id: 's' }])
  })
})
