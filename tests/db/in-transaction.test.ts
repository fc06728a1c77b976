import { expect, test } from 'vitest'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const increment = (name: string) => async (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => {
  const { value } = await tx.setting.findUniqueOrThrow({ where: { name } })
  await tx.setting.update({ where: { name }, data: { value: String(Number(value) + 1) } })
}

describeOnBothDatabases('inTransaction', (makeDatabase) => {
  test('keeps nothing of what was written when the work throws', async () => {
    const db = await makeDatabase()
    const failing = inTransaction(db, async (tx) => {
      await tx.setting.create({ data: { name: 'lamp', value: 'on' } })
      throw new Error('the bulb broke')
    })
    await expect(failing).rejects.toThrow('the bulb broke')
    expect(await db.setting.count()).toBe(0)
  })

  test('a thousand transactions at once that read and then write all count', async () => {
    const db = await makeDatabase()
    await db.setting.create({ data: { name: 'count', value: '0' } })
    await Promise.all(Array.from({ length: 1000 }, () => inTransaction(db, increment('count'))))
    expect(await db.setting.findMany()).toEqual([{ name: 'count', value: '1000' }])
  })

  test('reads outside see nothing of a transaction until it has ended', async () => {
    const db = await makeDatabase()
    const seen = await inTransaction(db, async (tx) => {
      await tx.setting.create({ data: { name: 'lamp', value: 'on' } })
      return [await tx.setting.count(), await db.setting.count()]
    })
    expect(seen).toEqual([1, 0])
    expect(await db.setting.count()).toBe(1)
  })

  test('plain writes while transactions roll back are all kept', async () => {
    const db = await makeDatabase()
    const plain = Array.from({ length: 50 }, (_, n) =>
      db.setting.create({ data: { name: `kept ${n}`, value: '' } }),
    )
    const rolledBack = Array.from({ length: 50 }, (_, n) =>
      inTransaction(db, async (tx) => {
        await tx.setting.create({ data: { name: `lost ${n}`, value: '' } })
        throw new Error('undo')
      }).catch((error: unknown) => error),
    )
    await Promise.all([...plain, ...rolledBack])
    const names = (await db.setting.findMany()).map(({ name }) => name)
    expect(names).toHaveLength(50)
    expect(names.every((name) => name.startsWith('kept'))).toBe(true)
  })

  test('work that takes longer than it may is undone and lets the next one in', async () => {
    const db = await makeDatabase()
    const slow = inTransaction(
      db,
      async (tx) => {
        await tx.setting.create({ data: { name: 'slow', value: '' } })
        await new Promise((resolve) => setTimeout(resolve, 200))
        await tx.setting.create({ data: { name: 'late', value: '' } })
      },
      { timeout: 50 },
    )
    await expect(slow).rejects.toMatchObject({ code: 'P2028' })
    await inTransaction(db, (tx) => tx.setting.create({ data: { name: 'next', value: '' } }))
    expect((await db.setting.findMany()).map(({ name }) => name)).toEqual(['next'])
  })
})
