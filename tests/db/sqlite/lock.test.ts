import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../../src/db/database.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { whenNotBusy } from '../../../src/db/sqlite/busy.ts'
import { Connection } from '../../../src/db/sqlite/connection.ts'
import { describeOnSqlite } from '../../support/databases.ts'

describeOnSqlite('a lock that somebody else holds', (_makeDatabase, makeUrl) => {
  async function lockedDatabase() {
    const url = await makeUrl()
    const other = await Connection.openWriter(url.replace('file:', ''))
    const db = await openDatabase(url)
    other.run('BEGIN IMMEDIATE')
    return { db, other }
  }

  test('is waited for while the event loop and reads go on', async () => {
    const { db, other } = await lockedDatabase()
    const writes = [
      inTransaction(db, (tx) => tx.setting.create({ data: { name: 'in a transaction', value: '' } })),
      db.setting.create({ data: { name: 'plain', value: '' } }),
    ]
    const longestStandstill = await standstillDuring(400)
    expect(await db.setting.count()).toBe(0)
    other.run('ROLLBACK')
    await Promise.all(writes)
    expect(await db.setting.count()).toBe(2)
    expect(longestStandstill).toBeLessThan(200)
    other.close()
    await closeDatabase(db)
  })

  test('is given up on after the bound, as an error that says so', async () => {
    const { db, other } = await lockedDatabase()
    const path = String(
      (await db.$queryRaw<{ file: string }[]>`SELECT file FROM pragma_database_list`)[0]?.file,
    )
    const waiting = await Connection.openWriter(path)
    await expect(whenNotBusy(() => waiting.run('BEGIN IMMEDIATE'), 60)).rejects.toThrow('database is locked')
    other.run('ROLLBACK')
    for (const connection of [other, waiting]) connection.close()
    await closeDatabase(db)
  })
})

/** Watches for `duration` ms and returns the longest time, in ms, that the event loop stood still. */
async function standstillDuring(duration: number): Promise<number> {
  const end = performance.now() + duration
  let longest = 0
  for (let last = performance.now(); last < end;) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  return longest
}
