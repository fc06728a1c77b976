import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../src/reading/confidence/assess.ts'
import { markersIn, quotedIn } from './support.ts'

const pieces = [
  'may',
  'May',
  '3',
  'possibly',
  'the',
  'Hamas',
  'sources',
  'said',
  'that',
  'it',
  'was',
  'reported',
  ',',
  '.',
  '"',
  '[7]',
  'if',
  'very likely',
  'no doubt',
  'some',
  'critics',
  'argue',
  'according to',
  'unverified',
  '’s',
  'café',
  '-',
  '  ',
  'suggests',
  'reports',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' ')),
)
const textAndSpan = anyText.chain((text) =>
  fc
    .tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length))
    .map(([t, a, b]) => ({ text: t, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
)

const readAt = ({
  text,
  span,
}: {
  text: string
  span: { start: number; end: number }
}): ReturnType<typeof assess> =>
  assess(text, span, { quoted: quotedIn(text), markers: markersIn(text), kind: 'claim', notes: 0 })

describe('whatever the text', () => {
  test('cues, boosters and attribution are exact quotes inside the span, and cues are sorted and apart', () => {
    fc.assert(
      fc.property(textAndSpan, (input) => {
        const { confidence, attribution } = readAt(input)
        for (const found of [
          ...confidence.cues,
          ...confidence.boosters,
          ...(attribution === null ? [] : [attribution]),
        ]) {
          expect(found.start).toBeGreaterThanOrEqual(input.span.start)
          expect(found.end).toBeLessThanOrEqual(input.span.end)
          expect(found.end).toBeGreaterThan(found.start)
          expect(input.text.slice(found.start, found.end)).toBe(found.text)
        }
        confidence.cues
          .slice(1)
          .forEach((cue, i) => expect(cue.start).toBeGreaterThanOrEqual(confidence.cues[i]!.end))
      }),
      { numRuns: 500 },
    )
  })

  test('the score lies in the band of the level', () => {
    fc.assert(
      fc.property(textAndSpan, (input) => {
        const { level, score } = readAt(input).confidence
        const [low, high] = { low: [0, 1 / 3], moderate: [1 / 3, 2 / 3], high: [2 / 3, 1] }[level] as [
          number,
          number,
        ]
        expect(score).toBeGreaterThanOrEqual(low)
        expect(level === 'high' ? score <= high : score < high).toBe(true)
      }),
    )
  })

  test('reading twice gives the same', () => {
    fc.assert(
      fc.property(textAndSpan, (input) => {
        expect(readAt(input)).toEqual(readAt(input))
      }),
    )
  })

  test('words outside the span change nothing', () => {
    fc.assert(
      fc.property(
        anyText.filter((t) => !t.includes('"')),
        (text) => {
          const before = 'Possibly. '
          const alone = readAt({ text, span: { start: 0, end: text.length } }).confidence
          const inside = readAt({
            text: `${before}${text} Perhaps.`,
            span: { start: before.length, end: before.length + text.length },
          }).confidence
          expect(inside.cues.map((cue) => cue.text)).toEqual(alone.cues.map((cue) => cue.text))
          expect(inside.score).toBe(alone.score)
        },
      ),
    )
  })
})

/** CPU milliseconds to read a text that is one sentence. */
function cost(text: string): number {
  const from = process.cpuUsage()
  assess(text, { start: 0, end: text.length }, { quoted: [], markers: [], kind: 'claim', notes: 0 })
  const used = process.cpuUsage(from)
  return (used.user + used.system) / 1000
}

describe('one sentence of a megabyte is read in time that grows with its length', () => {
  test.each([
    ['hedges', 'may '],
    ['nameless people who hedge', 'some officials said may '],
    ['nameless people', 'some Western officials '],
    ['it was it was', 'it was '],
    ['according to', 'according to '],
    ['reports that', 'reports that saying '],
    ['said said', 'said '],
    ['commas and said', 'X, Y said '],
    ['hyphens', 'a-'],
    ['apostrophes', "'s'"],
    ['phrases that almost match', 'could not be independently '],
    ['capitals', 'Great Western '],
    ['digits', '1,'],
    ['one word', 'x'],
  ])('%s', (_, unit) => {
    const whole = (size: number): string => unit.repeat(Math.ceil(size / unit.length))
    cost(whole(100_000))
    const small = Math.max(20, cost(whole(100_000)))
    expect(cost(whole(1_000_000))).toBeLessThan(small * 60)
  })
})
