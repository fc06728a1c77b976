import { expect, test } from 'vitest'
import { openDatabase, closeDatabase } from '../../src/db/database.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'

const AT = new Date('2026-03-01T09:00:00.123Z')

const source = (id: string) => ({ id, key: id, kind: 'document', title: id, createdAt: AT })

describeOnBothDatabases('values', (makeDatabase) => {
  test('dates, booleans, nulls, floats and text come back as they went in', async () => {
    const db = await makeDatabase()
    const row = {
      ...source('s'),
      title: 'Ёлка — «الحقيقة» 👩‍🚀 \'"\\',
      fallenAt: AT,
      url: null,
      protected: true,
      doNotFetch: false,
    }
    await db.source.create({ data: row })
    expect(await db.source.findUniqueOrThrow({ where: { id: 's' } })).toMatchObject(row)
  })

  test('bytes come back as they went in, also many and none', async () => {
    const db = await makeDatabase()
    const everyByte = Uint8Array.from({ length: 300_000 }, (_, n) => n % 256)
    for (const [sha256, bytes] of Object.entries({ every: everyByte, none: new Uint8Array() })) {
      await db.blob.create({ data: { sha256, bytes, size: bytes.length, mediaType: 'x' } })
      const found = await db.blob.findUniqueOrThrow({ where: { sha256 } })
      expect(Buffer.from(found.bytes ?? []).equals(bytes)).toBe(true)
    }
  })

  test('instants sort as instants, whatever offset they were written with', async () => {
    const db = await makeDatabase()
    const instants = [
      '1969-12-31T23:59:59.999Z',
      '2026-03-01T10:00:00+02:00',
      '2026-03-01T08:30:00.000Z',
      '2026-03-01T08:30:00.001Z',
    ]
    for (const [n, at] of instants.entries())
      await db.setupLink.create({
        data: { id: String(n), tokenHash: String(n), createdAt: new Date(at), expiresAt: new Date(at) },
      })
    const sorted = await db.setupLink.findMany({ orderBy: { createdAt: 'asc' } })
    expect(sorted.map(({ id }) => id)).toEqual(['0', '1', '2', '3'])
    expect(await db.setupLink.count({ where: { createdAt: { gt: new Date('2026-03-01T08:30:00Z') } } })).toBe(
      1,
    )
    expect(
      await db.setupLink.count({ where: { createdAt: { lte: new Date('2026-03-01T08:30:00Z') } } }),
    ).toBe(3)
  })

  test('big integers are exact on both sides of what a number holds', async () => {
    const db = await makeDatabase()
    const numbers = [0n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]
    await db.$executeRawUnsafe('CREATE TABLE "Big" ("id" INTEGER PRIMARY KEY, "value" BIGINT)')
    for (const [id, value] of numbers.entries())
      await db.$executeRaw`INSERT INTO "Big" VALUES (${id}, ${value})`
    expect(await db.$queryRaw`SELECT "value" FROM "Big" ORDER BY "id"`).toEqual(
      numbers.map((value) => ({ value })),
    )
  })

  test('floats are not rounded and whole numbers stay whole', async () => {
    const db = await makeDatabase()
    await db.$executeRawUnsafe(
      'CREATE TABLE "Num" ("id" INTEGER PRIMARY KEY, "f" DOUBLE PRECISION, "i" INTEGER)',
    )
    await db.$executeRaw`INSERT INTO "Num" VALUES (1, ${0.1 + 0.2}, ${2147483647})`
    expect(await db.$queryRaw`SELECT "f", "i" FROM "Num"`).toEqual([{ f: 0.1 + 0.2, i: 2147483647 }])
  })

  test('several thousand rows go in at once and are found by a long list of ids', async () => {
    const db = await makeDatabase()
    const ids = Array.from({ length: 5000 }, (_, n) => `source ${n}`)
    expect(await db.source.createMany({ data: ids.map(source) })).toEqual({ count: 5000 })
    expect(await db.source.count({ where: { id: { in: ids } } })).toBe(5000)
  })

  test('a statement that changes no row counts none', async () => {
    const db = await makeDatabase()
    await db.setting.create({ data: { name: 'lamp', value: 'on' } })
    expect(
      await db.setting.updateMany({ where: { name: 'lamp', value: 'off' }, data: { value: 'on' } }),
    ).toEqual({ count: 0 })
    expect(
      await db.setting.updateMany({ where: { name: 'lamp', value: 'on' }, data: { value: 'off' } }),
    ).toEqual({ count: 1 })
  })
})

describeOnBothDatabases('a refused write', (makeDatabase) => {
  test('of a row that must be the only one says which fields', async () => {
    const db = await makeDatabase()
    await db.source.create({ data: source('s') })
    await expect(db.source.create({ data: { ...source('s2'), key: 's' } })).rejects.toMatchObject({
      code: 'P2002',
    })
    await expect(db.source.create({ data: { ...source('s'), key: 'other' } })).rejects.toMatchObject({
      code: 'P2002',
    })
  })

  test('of a row whose other row is missing, or is still needed, says so', async () => {
    const db = await makeDatabase()
    const citation = { id: 'c', noteId: 'nowhere', index: 0, start: 0, end: 1, csl: '{}' }
    await expect(db.citation.create({ data: citation })).rejects.toMatchObject({ code: 'P2003' })
    await db.source.create({ data: source('s') })
    await db.source.create({ data: { ...source('merged'), mergedIntoId: 's' } })
    await expect(db.source.delete({ where: { id: 's' } })).rejects.toMatchObject({
      code: expect.stringMatching(/^P20(03|14)$/) as string,
    })
  })

  test('of a row that is not there says so', async () => {
    const db = await makeDatabase()
    await expect(db.setting.update({ where: { name: 'none' }, data: { value: '' } })).rejects.toMatchObject({
      code: 'P2025',
    })
  })
})

describeOnSqlite('SQLite', (_makeDatabase, makeUrl) => {
  test('is opened so that a commit is on the disk, foreign keys hold, and REPLACE asks the triggers', async () => {
    const db = await openDatabase(await makeUrl())
    const settings = await db.$transaction(async (tx) => {
      const read = async (name: string) =>
        Object.values((await tx.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})[0] as unknown
      return [
        await read('journal_mode'),
        await read('synchronous'),
        await read('foreign_keys'),
        await read('recursive_triggers'),
      ]
    })
    expect(settings).toEqual(['wal', 2n, 1n, 1n])
    await closeDatabase(db)
  })

  test('stores an instant as text in UTC with milliseconds', async () => {
    const db = await openDatabase(await makeUrl())
    await db.source.create({ data: source('s') })
    expect(
      await db.$queryRaw`SELECT typeof("createdAt") AS type, "createdAt" || '' AS text FROM "Source"`,
    ).toEqual([{ type: 'text', text: '2026-03-01T09:00:00.123Z' }])
    await closeDatabase(db)
  })
})
