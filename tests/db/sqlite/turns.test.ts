import { expect, test } from 'vitest'
import { Turns } from '../../../src/db/sqlite/turns.ts'

const soon = () => new Promise((resolve) => setTimeout(resolve, 1))

test('turns go one at a time, in order of arrival', async () => {
  const turns = new Turns()
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name} begins`)
    await soon()
    log.push(`${name} ends`)
  }
  await Promise.all([turns.run(work('a')), turns.run(work('b')), turns.run(work('c'))])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('a turn whose work throws lets the next one in', async () => {
  const turns = new Turns()
  await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await turns.run(() => 'next')).toBe('next')
})

test('ending a turn twice lets one in, not two', async () => {
  const turns = new Turns()
  const end = await turns.take()
  const log: string[] = []
  const second = turns.take().then(() => log.push('second'))
  void turns.take().then(() => log.push('third'))
  end()
  end()
  await second
  await soon()
  expect(log).toEqual(['second'])
})
