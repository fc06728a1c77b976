import { expect, test } from 'vitest'
import { Turns } from '../../../src/reading/cage/turns.ts'

/** Work that ends when it is told to. */
function job(): { run: () => Promise<void>; end: () => void; started: () => boolean } {
  let started = false
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  const run = (): Promise<void> => {
    started = true
    return ended
  }
  return { run, end, started: () => started }
}

test('as much work goes on at once as there are places, the rest waits, first come first served', async () => {
  const turns = new Turns(1, 2)
  const [first, second, third] = [job(), job(), job()]
  const taken = [first, second, third].map(({ run }) => turns.take(run))
  expect([first, second, third].map(({ started }) => started())).toEqual([true, false, false])
  first.end()
  await taken[0]
  await Promise.resolve()
  expect([second.started(), third.started()]).toEqual([true, false])
  second.end()
  third.end()
  await Promise.all(taken)
})

test('where too many wait already, one more is refused in words and may come back later', async () => {
  const turns = new Turns(1, 1)
  const [first, second] = [job(), job()]
  const taken = [turns.take(first.run), turns.take(second.run)]
  await expect(turns.take(() => Promise.resolve())).rejects.toThrow('2 files are being read already')
  first.end()
  second.end()
  await Promise.all(taken)
  expect(await turns.take(() => Promise.resolve('read'))).toBe('read')
})

test('work that fails gives its place on', async () => {
  const turns = new Turns(1, 1)
  await expect(turns.take(() => Promise.reject(new Error('torn')))).rejects.toThrow('torn')
  expect(await turns.take(() => Promise.resolve('read'))).toBe('read')
})
