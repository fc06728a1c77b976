import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disarmed, rearmed } from '../../../src/exports/tables/formula.ts'

test.each([
  '=1+1',
  '=HYPERLINK("http://evil.example")',
  '+cmd|x',
  '-1+2',
  '@SUM(A1)',
  ' =1',
  '\t=1',
  '\r=1',
  '＝1',
  "'=1",
])('%j gets an apostrophe before it', (text) => {
  expect(disarmed(text)).toBe(`'${text}`)
})

test.each(['-12.5', '+3', '-1 200,5', '-40 %', '12', '', 'a=b', "'tis the season", '"=1"'])(
  '%j stays as it is',
  (text) => {
    expect(disarmed(text)).toBe(text)
  },
)

test('what was disarmed comes back as it was, whatever it was', () => {
  const signs = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '1', 'a', '＝', '|', '%')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 8 }), (given) => {
      const text = given.join('')
      expect(rearmed(disarmed(text))).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})
