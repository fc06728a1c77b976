import { expect, test } from 'vitest'
import { withoutLabels } from '../../src/claims/without-labels.ts'

test('a claim loses the labels of its own markers, and no other words in brackets', () => {
  expect(withoutLabels('The log[3] names [the] boats[12] of 2021 [4].', ['3', '12'])).toBe(
    'The log names [the] boats of 2021 [4].',
  )
})
