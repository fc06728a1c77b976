import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointsOf } from '../../src/text/code-points.ts'

/** Text with many signs beyond the first plane. */
const texts = fc
  .array(fc.constantFrom('a', 'я', 'ع', '🛳', '𝒳', '\ud83d', '\udc00', '\n'), { maxLength: 40 })
  .map((signs) => signs.join(''))

test('an offset counts the code points before it, as the language itself counts them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { before } = codePointsOf(text)
      let [offset, points] = [0, 0]
      for (const sign of text) {
        expect(before(offset)).toBe(points)
        if (sign.length === 2) expect(before(offset + 1)).toBe(points)
        offset += sign.length
        points += 1
      }
      expect(before(text.length)).toBe(points)
    }),
  )
})

test('the way back gives the offset, and nothing beyond the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { before, offsetOf } = codePointsOf(text)
      let offset = 0
      for (const sign of text) {
        expect(offsetOf(before(offset))).toBe(offset)
        offset += sign.length
      }
      expect(offsetOf(before(text.length))).toBe(text.length)
      expect([offsetOf(Array.from(text).length + 1), offsetOf(-1), offsetOf(0.5)]).toEqual([null, null, null])
    }),
  )
})
