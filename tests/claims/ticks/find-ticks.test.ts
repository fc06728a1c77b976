import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tickContextOf } from '../../../src/claims/ticks/context.ts'
import { findTicks } from '../../../src/claims/ticks/find-ticks.ts'
import { TICK_KINDS, type TickSpan } from '../../../src/claims/ticks/tick-span.ts'

const whole = (text: string) => ({ start: 0, end: text.length })
const paragraph = (text: string) =>
  tickContextOf({ text, blocks: [{ kind: 'paragraph', ...whole(text) }], markers: [] })

const PIECES = [
  'Moscow ',
  'the ',
  'Gen. ',
  'al-',
  "'",
  '"',
  '[7]',
  'May ',
  '2019',
  '-',
  '12 ',
  'half a ',
  'first ',
  'head of ',
  'U.S.',
  ', ',
  '\n\n',
  '% ',
  'Ž',
  '😀',
  'Ministry of ',
]

test('whatever the text, ticks lie within the span, in order, disjoint within a kind, and hold words but no marker', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
      fc.nat(60),
      fc.nat(200),
      (pieces, start, length) => {
        const text = pieces.join('')
        const span = { start: Math.min(start, text.length), end: Math.min(start + length, text.length) }
        const ticks = findTicks(text, span, paragraph(text))
        expect(ticks).toEqual([...ticks].sort((a, b) => a.start - b.start || b.end - a.end))
        for (const tick of ticks) {
          expect(tick.start).toBeGreaterThanOrEqual(span.start)
          expect(tick.end).toBeLessThanOrEqual(span.end)
          expect(text.slice(tick.start, tick.end)).toMatch(/[\p{L}\p{N}]/u)
          expect(text.slice(tick.start, tick.end)).not.toContain('[7]')
        }
        for (const kind of TICK_KINDS)
          expect(overlaps(ticks.filter((tick) => tick.kind === kind))).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})

const overlaps = (ticks: readonly TickSpan[]): boolean =>
  ticks.some((tick, i) => i > 0 && tick.start < (ticks[i - 1]?.end ?? 0))

test('offsets are those of the whole text, and a place given as a marker is passed over', () => {
  const text = 'Before that. Lutgard Moss[a note] left Oslo.'
  const marker = { label: 'a note', note: null, start: 25, end: 33 }
  const ticks = findTicks(
    text,
    { start: 13, end: text.length },
    tickContextOf({ text, blocks: [{ kind: 'paragraph', ...whole(text) }], markers: [marker] }),
  )
  expect(ticks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['name', 'Lutgard Moss'],
    ['place', 'Oslo'],
  ])
})

test('an ordinary word that the draft uses as a name elsewhere is one at the start of a sentence too', () => {
  const text = 'They wrote to Mirror about it. Mirror never answered.'
  const span = { start: 31, end: text.length }
  const found = (ticks: readonly TickSpan[]) =>
    ticks.filter(({ kind }) => kind === 'name').map(({ start, end }) => text.slice(start, end))
  expect(found(findTicks(text, span))).toEqual([])
  expect(found(findTicks(text, span, paragraph(text)))).toEqual(['Mirror'])
})

test('a quotation that opened before the span is cut to it', () => {
  const text = 'He said: "We came. We saw it." They left.'
  const [quoted] = findTicks(text, { start: 19, end: text.length }, paragraph(text)).filter(
    ({ kind }) => kind === 'quotation',
  )
  expect(text.slice(quoted?.start, quoted?.end)).toBe('We saw it.')
})

/** Least CPU time (microseconds) of three runs: other work on the machine only ever adds to it. */
function cost(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    findTicks(text, whole(text), paragraph(text))
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...times)
}

/** Below this the ratio of two times says nothing. Microseconds. */
const NOISE = 30_000
const CHARACTERS = 40_000

test.each([
  ...PIECES,
  'Moscow-',
  '1,',
  'more than ',
  'A.',
  'No. ',
  "O'",
  'hundred and ',
  '"a\n\n',
  'President ',
])('a text of nothing but "%s" is searched in linear time', { retry: 3 }, (piece) => {
  const text = piece.repeat(Math.ceil(CHARACTERS / piece.length))
  expect(cost(text.repeat(4))).toBeLessThan(Math.max(NOISE, cost(text)) * 10)
})
