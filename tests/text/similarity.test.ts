import { expect, test } from 'vitest'
import { containment, similarity } from '../../src/text/similarity.ts'
import { bagOf, joined, without, wordsIn } from '../../src/text/similarity-words.ts'

test('the same words in any order are wholly alike, others not at all', () => {
  expect(similarity(bagOf('The ferry left the quay'), bagOf('the quay left THE ferry'))).toBe(1)
  expect(similarity(bagOf('ferry'), bagOf('quay'))).toBe(0)
  expect(similarity(bagOf(''), bagOf(''))).toBe(0)
})

test('long words count for more than short ones', () => {
  const whole = bagOf('on the quay stood warehouses')
  expect(similarity(bagOf('warehouses'), whole)).toBeGreaterThan(similarity(bagOf('on the'), whole))
})

test('a part is contained in its whole, and what is left of the whole is the rest', () => {
  const [part, rest] = [bagOf('the ferry left'), bagOf('the quay was empty')]
  const whole = joined(part, rest)
  expect(containment(part, whole)).toBe(1)
  expect(containment(bagOf('the quay was empty'), without(whole, part))).toBe(1)
  expect(containment(part, without(whole, part))).toBeLessThan(0.5)
})

test('numbers keep their points and commas; scripts without spaces go in pairs', () => {
  expect(wordsIn('It cost 1,200.50 in all')).toContain('1,200.50')
  expect(wordsIn('港口关闭')).toEqual(['港口', '口关', '关闭'])
})
