import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backupTo } from '../../../src/db/backup/write-backup.ts'
import { closeDatabase, openDatabase } from '../../../src/db/database.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { startChild } from '../../support/child.ts'
import { describeOnSqlite } from '../../support/databases.ts'

describeOnSqlite('a backup', (_makeDatabase, makeUrl) => {
  test('taken while this process and another write is whole, of one instant, and opens as a database', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    const other = startChild('db/write-and-say.ts', url, 'other')
    const pair = (n: number) =>
      inTransaction(db, async (tx) => {
        await tx.setting.create({ data: { name: `left ${n}`, value: 'x'.repeat(5000) } })
        await tx.setting.create({ data: { name: `right ${n}`, value: '' } })
      })
    const before = await Promise.all(Array.from({ length: 40 }, (_, n) => pair(n)))
    const writing = Promise.all(Array.from({ length: 60 }, (_, n) => pair(n + before.length)))
    const copy = `${url}.backup`
    await backupTo(url, copy.replace('file:', ''))
    await writing
    other.process.kill('SIGKILL')
    await other.ended

    expect(await migrate(copy)).toEqual([])
    const restored = await openDatabase(copy)
    const count = (prefix: string) => restored.setting.count({ where: { name: { startsWith: prefix } } })
    expect(await count('left')).toBeGreaterThanOrEqual(40)
    expect(await count('right')).toBe(await count('left'))
    expect(await restored.$queryRaw`PRAGMA integrity_check`).toEqual([{ integrity_check: 'ok' }])
    await Promise.all([closeDatabase(db), closeDatabase(restored)])
  })

  test('that cannot be written says so and leaves nothing', async () => {
    const url = await makeUrl()
    const path = `${url.replace('file:', '')}-no-such-folder/copy.db`
    await expect(backupTo(url, path)).rejects.toThrow()
    expect(existsSync(path)).toBe(false)
  })
})
