import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClaims } from '../../../src/reading/claims/read-claims.ts'
import { layOut } from './lay-out.ts'

const piece = fc.constantFrom(
  'The dam broke',
  'Moe said',
  'will',
  '.',
  '.',
  '?',
  ':',
  ',',
  '"',
  '“',
  '”',
  "'",
  ' ',
  ' ',
  ' ',
  '[1]',
  '[2]',
  '[3]',
  '(',
  ')',
  '[sic]',
  'U.S.',
  '\n',
  '• ',
  '1. ',
)
const block = fc
  .tuple(fc.constantFrom('', '', '', '#', '!', '>', '-', '|'), fc.array(piece, { maxLength: 25 }))
  .map(([kind, pieces]) => kind + pieces.join(''))
const reading = fc.array(block, { maxLength: 8 }).map((blocks) => layOut(...blocks))

test('every marker of the prose belongs to exactly one claim, and no other marker to any', () => {
  fc.assert(
    fc.property(reading, (laid) => {
      const prose = laid.markers.flatMap((marker, index) => {
        const block = laid.blocks.find(({ start, end }) => start <= marker.start && marker.end <= end)
        return block?.kind === 'heading' || block?.kind === 'caption' ? [] : [index]
      })
      const used = readClaims(laid).claims.flatMap(({ notes }) => notes.map(({ marker }) => marker))
      expect(used).toEqual(prose)
    }),
    { numRuns: 500 },
  )
})

test('sentences and claims are in order, disjoint and trimmed; scopes lie in their claim or end at its end', () => {
  fc.assert(
    fc.property(reading, (laid) => {
      const { sentences, claims } = readClaims(laid)
      for (const spans of [sentences, claims])
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
          expect(laid.text.slice(start, end).trim()).toHaveLength(end - start)
        }
      for (const { start, quote, end, notes } of claims) {
        expect(laid.text.slice(start, end)).toBe(quote)
        for (const { marker, scope } of notes) {
          expect(scope.start).toBeGreaterThanOrEqual(start)
          expect(scope.end).toBe(laid.markers[marker]?.start)
          expect(scope.end).toBeGreaterThanOrEqual(scope.start)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('the same reading gives the same claims', () => {
  fc.assert(
    fc.property(reading, (laid) => {
      expect(JSON.stringify(readClaims(laid))).toBe(JSON.stringify(readClaims(structuredClone(laid))))
    }),
  )
})

test.each(['"a" ', '[1] ', '"', 'It is. ', 'a [1] '])('400 kB of %j takes a linear time', (seed) => {
  const cpu = (length: number): number => {
    const laid = layOut(seed.repeat(Math.ceil(length / seed.length)))
    const before = process.cpuUsage()
    readClaims(laid)
    return process.cpuUsage(before).user / 1000
  }
  cpu(20_000)
  expect(cpu(400_000)).toBeLessThan(100 * Math.max(cpu(20_000), 5) + 3000)
})
