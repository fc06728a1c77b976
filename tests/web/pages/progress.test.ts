import { expect, test } from 'vitest'
import { outlineOf } from '../../../src/web/pages/outline.ts'
import { progressOf } from '../../../src/web/pages/progress.ts'
import { aClaim, aDraft } from './claims.ts'

test('progress counts what is settled and draws the shares of the statuses side by side', () => {
  const progress = progressOf([
    aClaim({ status: 'substantiated', settled: true }),
    aClaim({ status: 'disputed' }),
    aClaim({}),
    aClaim({}),
  ])
  expect(progress.words).toBe('1 of 4 settled · 1 disputed')
  expect(progress.shares.map(({ word, x, width }) => [word, x, width])).toEqual([
    ['substantiated', 0, 25],
    ['disputed', 25, 25],
    ['to check', 50, 50],
  ])
})

test('a report without claims has an empty bar', () => {
  expect(progressOf([])).toEqual({ settled: 0, total: 0, shares: [], words: '0 of 0 settled' })
})

test('the outline counts each claim under the heading before it and leaves out headings without claims', () => {
  const text = 'Dawn. \n\nMorning\n\nA. B.\n\nNoon\n\nEvening\n\nC.'
  const draft = aDraft({
    text,
    blocks: [
      { kind: 'paragraph', start: 0, end: 6 },
      { kind: 'heading', level: 2, start: 8, end: 15 },
      { kind: 'paragraph', start: 17, end: 22 },
      { kind: 'heading', level: 2, start: 24, end: 28 },
      { kind: 'heading', level: 3, start: 30, end: 37 },
      { kind: 'paragraph', start: 39, end: 41 },
    ],
  })
  const claims = [
    aClaim({ start: 0, end: 5 }),
    aClaim({ start: 17, end: 19, settled: true }),
    aClaim({ start: 20, end: 22 }),
    aClaim({ start: 39, end: 41, settled: true }),
    aClaim({ start: null, end: null }),
  ]
  expect(
    outlineOf(draft, claims, new Map()).map(({ title, level, done, total, href }) => [
      title,
      level,
      done,
      total,
      href,
    ]),
  ).toEqual([
    ['Beginning', 1, 0, 1, '#text'],
    ['Morning', 1, 1, 2, '#b1'],
    ['Evening', 2, 1, 1, '#b4'],
  ])
})
