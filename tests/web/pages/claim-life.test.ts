import { expect, test } from 'vitest'
import type { HistoryEvent } from '../../../src/history/list-events.ts'
import { claimLife, type LifeInput } from '../../../src/web/pages/claim-life.ts'

/** A day of March 2026, at nine. */
const march = (day: number): Date => new Date(Date.UTC(2026, 2, day, 9))

const event = (
  seq: number,
  day: number,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
): HistoryEvent => ({
  ...{ chain: 'report', seq, at: march(day).toISOString(), actor: 'ana', actorName: 'Ana', kind, payload },
  ...{ claimId: 'claim', hash: 'h', prevHash: 'p' },
})

const ruled = (seq: number, day: number, verdict: string): HistoryEvent =>
  event(seq, day, 'verdict.recorded', {
    ...{ claimId: 'claim', number: 7, version: 1, verdict, tests: 'that it is so', quote: 'The weir held.' },
    standings: [
      { claimId: 'another', number: 8, status: 'disputed' },
      { claimId: 'claim', number: 7, status: verdict },
    ],
  })

const LIFE: LifeInput = {
  ...{ claimId: 'claim', number: 7, until: march(11) },
  drafts: [{ number: 1, at: march(1), state: 'placed', quote: 'The weir held.' }],
  events: [],
}

test('a claim that nobody ruled on is one stretch from its first draft to now', () => {
  const { spans, ticks, steps } = claimLife(LIFE)
  expect(spans).toEqual([{ x: 0, width: 1000, className: 'is-n', stale: false }])
  expect(ticks).toEqual([{ x: 0, words: 'draft 1' }])
  expect(steps.map(({ sentence }) => sentence)).toEqual(['Draft 1: it came'])
})

test('each change of its status begins a stretch, in the share of time that it lasted', () => {
  const { spans, describes } = claimLife({
    ...LIFE,
    events: [ruled(2, 3, 'substantiated'), ruled(3, 4, 'substantiated'), ruled(4, 6, 'disputed')],
  })
  expect(spans).toEqual([
    { x: 0, width: 200, className: 'is-n', stale: false },
    { x: 200, width: 300, className: 'is-s', stale: false },
    { x: 500, width: 500, className: 'is-d', stale: false },
  ])
  expect(describes.split('; ').map((one) => one.replace(/^.*UTC: /, ''))).toEqual([
    'to check',
    'substantiated',
    'disputed',
  ])
})

test('a draft that changes its words makes it stale, with a diff and a link to that moment', () => {
  const { spans, steps } = claimLife({
    ...LIFE,
    drafts: [...LIFE.drafts, { number: 2, at: march(6), state: 'edited', quote: 'The weir broke.' }],
    events: [
      ruled(2, 3, 'substantiated'),
      event(3, 6, 'draft.imported', {
        standings: [{ claimId: 'claim', number: 7, status: 'substantiated', stale: true }],
      }),
    ],
  })
  expect(spans.at(-1)).toEqual({ x: 500, width: 500, className: 'is-s', stale: true })
  const [came, verdict, reworded] = steps
  expect([came?.status, verdict?.status]).toEqual([null, { words: 'substantiated', className: 'is-s' }])
  expect(reworded).toMatchObject({
    sentence: 'Draft 2: with other words or notes',
    status: { words: 'substantiated, reworded since checked', className: 'is-s is-stale' },
    href: `/claims/claim?at=${march(6).toISOString()}`,
  })
  expect(reworded?.words?.filter(({ kind }) => kind !== 'same').map(({ words }) => words.trim())).toEqual(
    expect.arrayContaining(['held', 'broke'].map((word) => expect.stringContaining(word) as string)),
  )
})

test('a draft that leaves its words alone says so, without a diff', () => {
  const { steps } = claimLife({
    ...LIFE,
    drafts: [...LIFE.drafts, { number: 2, at: march(6), state: 'moved', quote: 'The weir held.' }],
  })
  expect(steps.at(-1)).toMatchObject({ sentence: 'Draft 2: moved', words: null, status: null })
})

test('one that came at this very moment is drawn, too', () => {
  expect(claimLife({ ...LIFE, until: march(1) }).ticks).toEqual([{ x: 0, words: 'draft 1' }])
})
