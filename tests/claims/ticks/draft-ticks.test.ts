import { expect, test } from 'vitest'
import { DraftTicks, TickCache, type TickedDraft } from '../../../src/claims/ticks/draft-ticks.ts'

const TEXT = 'The lock opened on 4 June 1911. Ninety boats passed.'
const draft: TickedDraft = {
  text: TEXT,
  blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
  markers: [],
}

test('the spans of a stretch are looked for once', () => {
  const ticks = new DraftTicks(draft)
  const found = ticks.within({ start: 0, end: 31 })
  expect(found.map(({ start, end }) => TEXT.slice(start, end))).toContain('4 June 1911')
  expect(ticks.within({ start: 0, end: 31 })).toBe(found)
})

test('a draft is loaded once for each of its revisions, and again when it was forgotten or could not be loaded', async () => {
  const cache = new TickCache()
  let loads = 0
  const load = () => Promise.resolve((loads++, draft))
  await Promise.all([cache.of('a', 0, load), cache.of('a', 0, load)])
  expect(loads).toBe(1)
  await cache.of('a', 1, load)
  expect(loads).toBe(2)
  for (let i = 0; i < 7; i++) await cache.of(`b${i}`, 0, load)
  await cache.of('a', 1, load)
  expect(loads).toBe(9)
  await cache.of('a', 0, load)
  expect(loads).toBe(10)
  await expect(cache.of('c', 0, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  await cache.of('c', 0, load)
  expect(loads).toBe(11)
})
