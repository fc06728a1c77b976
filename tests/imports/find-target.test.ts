import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTarget } from '../../src/imports/annotations/find-target.ts'
import type { AnnotationTarget } from '../../src/imports/annotations/read-annotations.ts'
import { around } from '../../src/text/around.ts'
import { codePointsOf } from '../../src/text/code-points.ts'

const TEXT = 'One 🐬 ship. Two ships. One 🐬 ship again. 🛳️ الميناء'
const NOTHING: AnnotationTarget = { exact: null, prefix: '', suffix: '', start: null, end: null }

const find = (target: Partial<AnnotationTarget>) =>
  findTarget(TEXT, codePointsOf(TEXT), { ...NOTHING, ...target })

test('words stand where their position says, in code points, if they are exactly there', () => {
  const start = TEXT.lastIndexOf('ship again')
  const points = Array.from(TEXT.slice(0, start)).length
  expect(find({ exact: 'ship again', start: points, end: points + 10 })).toEqual({
    span: { start, end: start + 10 },
  })
})

test('a position in other units is not believed; the words are found by themselves, where they stand once', () => {
  const start = TEXT.indexOf('Two ships')
  expect(find({ exact: 'Two ships', start, end: start + 9 })).toEqual({ span: { start, end: start + 9 } })
})

test.each([
  [{ exact: 'One 🐬 ship' }, 'more than once'],
  [{ exact: 'Three ships' }, 'not in this draft'],
  [{ exact: 'Two ships', prefix: 'again. ' }, 'not between those'],
  [{ start: 0, end: 5 }, 'quotes no words'],
  [{ exact: '', start: 0, end: 0 }, 'quotes no words'],
  [{ exact: 'two ships' }, 'not in this draft'],
])('%j is not placed: %s', (target, why) => {
  expect(find(target)).toEqual({ why: expect.stringContaining(why) as unknown })
})

test('what stands around tells equal words apart', () => {
  expect(find({ exact: 'One 🐬 ship', suffix: ' again' })).toEqual({
    span: { start: TEXT.indexOf('One', 5), end: TEXT.indexOf(' again') },
  })
})

test('any words quoted as an export quotes them are found where they stood, or not at all', () => {
  const texts = fc.array(fc.constantFrom('a', 'b ', '🛳️', 'я', '. '), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (signs, from, length) => {
      const text = signs.join('')
      const bounds = signs.map((_, index) => signs.slice(0, index).join('').length).concat(text.length)
      const first = from % signs.length
      const last = Math.min(signs.length, first + 1 + (length % 5))
      const span = { start: bounds[first] ?? 0, end: bounds[last] ?? 0 }
      const target = {
        exact: text.slice(span.start, span.end),
        ...around(text, span),
        start: null,
        end: null,
      }
      const found = findTarget(text, codePointsOf(text), target)
      if ('span' in found) expect(found.span).toEqual(span)
    }),
  )
})
