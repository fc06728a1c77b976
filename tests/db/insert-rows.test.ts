import { expect, test } from 'vitest'
import { insertRows } from '../../src/db/insert-rows.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const AT = new Date('2026-03-01T09:00:00.123Z')

const row = (n: number) => ({
  id: `s${String(n).padStart(5, '0')}`,
  key: `${n}`,
  kind: 'document',
  title: `Ferry, «${n}»`,
  url: n % 2 === 0 ? null : 'https://example.org/',
  protected: n % 3 === 0,
  fallenAt: n % 2 === 0 ? AT : null,
  createdAt: AT,
})

describeOnBothDatabases('insertRows', (makeDatabase) => {
  test('inserts what createMany would have, in several statements where there are many', async () => {
    const db = await makeDatabase()
    const rows = Array.from({ length: 4000 }, (_, n) => row(n))
    await inTransaction(db, (tx) => insertRows(tx, 'Source', rows))
    const inserted = await db.source.findMany({ orderBy: { id: 'asc' } })
    await db.$executeRaw`DELETE FROM "Source"`
    await db.source.createMany({ data: rows })
    expect(inserted).toEqual(await db.source.findMany({ orderBy: { id: 'asc' } }))
    expect(inserted).toHaveLength(4000)
    expect(inserted[3]).toMatchObject({ ...row(3), doNotFetch: false })
  })

  test('keeps bytes, floats and integers', async () => {
    const db = await makeDatabase()
    const bytes = Uint8Array.from([0, 255, 10])
    await insertRows(db, 'Blob', [{ sha256: 'ff', bytes, size: 3, mediaType: 'x' }])
    expect(await db.blob.findMany()).toMatchObject([{ bytes, size: 3 }])
  })

  test('of no rows does nothing', async () => {
    const db = await makeDatabase()
    await insertRows(db, 'Setting', [])
    expect(await db.setting.count()).toBe(0)
  })

  test('refuses rows that give different columns, and a row that is there already', async () => {
    const db = await makeDatabase()
    const uneven = [row(1), { ...row(2), doNotFetch: true }]
    await expect(insertRows(db, 'Source', uneven)).rejects.toThrow('must give the same columns')
    await expect(insertRows(db, 'Source', [row(1), row(1)])).rejects.toThrow()
    expect(await db.source.count()).toBe(0)
  })
})
