import { expect, test } from 'vitest'
import type { PanelPlacement } from '../../../src/web/pages/desk-rows.ts'
import { readingView } from '../../../src/web/pages/reading-view.ts'

const placement: PanelPlacement = {
  state: 'placed',
  start: 100,
  end: 134,
  page: null,
  quote: 'Salt was <probably> dearer in May.',
  level: 'moderate',
  score: 0.5,
  cues: [{ start: 109, end: 119, kind: 'likelihood', text: '<probably>', band: [0.55, 0.8] }],
  boosters: [],
  attribution: null,
  tests: 'that it is so',
}

test('a cue is marked in the quote, escaped, and leads to its explanation', () => {
  const view = readingView(placement, 'claim-3')
  expect(view.quoteHtml).toBe(
    'Salt was <a class="cue tip" href="#claim-3-sign-1" title="a likelihood, 55–80 %">&lt;probably&gt;</a> dearer in May.',
  )
  expect(view.signs).toEqual([{ id: 'claim-3-sign-1', text: '<probably>', words: 'a likelihood, 55–80 %' }])
  expect([view.words, view.steps, view.score]).toEqual(['reads hedged', 2, '0.50'])
})

test('a cue inside quotation marks says that it does not count', () => {
  const cues = [{ start: 109, end: 119, kind: 'hedge', text: 'x', quoted: true }] as const
  expect(readingView({ ...placement, cues }, 'c').signs[0]?.words).toContain('does not count')
})

test('an orphan keeps its words; its cues have no place in them', () => {
  const view = readingView({ ...placement, start: null, end: null }, 'c')
  expect(view.quoteHtml).toBe('Salt was &lt;probably&gt; dearer in May.')
  expect(view.signs).toHaveLength(1)
})
