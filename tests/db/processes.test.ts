import { expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { startChild } from '../support/child.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'

describeOnBothDatabases('two processes', (_makeDatabase, makeUrl) => {
  test('600 transactions that read and then write, from two processes, all count', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    await db.setting.create({ data: { name: 'count', value: '0' } })
    const children = [
      startChild('db/count-up.ts', url, '300', '10'),
      startChild('db/count-up.ts', url, '300'),
    ]
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0])
    expect(await db.setting.findMany()).toEqual([{ name: 'count', value: '600' }])
    await closeDatabase(db)
  }, 60_000)
})

describeOnSqlite('a process that is killed', (_makeDatabase, makeUrl) => {
  test('loses nothing that it acknowledged, at whatever moment it dies', async () => {
    const url = await makeUrl()
    const acknowledged: string[] = []
    for (const round of [1, 2, 3, 4, 5]) {
      const child = startChild('db/write-and-say.ts', url, `round ${round}`)
      await until(() => child.lines.length >= round * 7)
      child.process.kill('SIGKILL')
      await child.ended
      acknowledged.push(...child.lines)
    }
    const db = await openDatabase(url)
    const kept = new Set((await db.setting.findMany()).map(({ name }) => name))
    expect(acknowledged.length).toBeGreaterThanOrEqual(105)
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
    expect(await db.$queryRaw`PRAGMA integrity_check`).toEqual([{ integrity_check: 'ok' }])
    await closeDatabase(db)
  }, 60_000)
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
}
