import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf, wordingOf } from '../../src/text/similarity-wording.ts'

test.each([
  ['kinds of quotation marks', 'the “old” quay, he said ‘twice’', 'the "old" quay, he said "twice"'],
  [
    'kinds of dashes and the space at them',
    'the quay — closed since May — reopened',
    'the quay--closed since May--reopened',
  ],
  ['the comma that some put before a dash', 'the quay,—closed', 'the quay—closed'],
  ['hyphens inside words', 'a pre-war co-operative', 'a prewar cooperative'],
  ['words written as one or as two', 'forty per cent of any one', 'forty percent of anyone'],
  ['ranges', 'from 1909 – 1913', 'from 1909-1913'],
  ['a hyphen between a number and its noun', 'a 5-year plan', 'a 5 year plan'],
  ['stops inside initials', 'the U.S. fleet', 'the US fleet'],
  ['invisible characters and hard spaces', 'har\u00adbour\u2060 dues\u00a0rose', 'harbour dues rose'],
  ['which side of a closing mark the stop stands on', 'he called it “closed”.', 'he called it “closed.”'],
  ['emphasis that Markdown writes with two stars', 'the **whole** quay', 'the whole quay'],
])('typography is folded: %s', (_, a, b) => {
  expect(wordingOf(a)).toBe(wordingOf(b))
})

test.each([
  ['a word that denies, joined to its neighbour', 'a not able clerk', 'a notable clerk'],
  ['the same word divided', 'now here to be found', 'nowhere to be found'],
  ['a minus', 'fell to 5', 'fell to -5'],
  ['numbers run together', 'rooms 5 10', 'rooms 510'],
  ['a decimal point', 'rose by 1.5', 'rose by 15'],
  ['a range against two numbers', 'pages 1-2', 'pages 1 2'],
  ['a currency', 'it cost $5', 'it cost £5'],
  ['a share', 'it rose 5%', 'it rose 5'],
  ['a capital', 'he wrote to US', 'he wrote to us'],
  ['a question', 'It sank.', 'It sank?'],
  ['quotation marks that were not there', 'he said it was safe', 'he said it was “safe”'],
  ['a comma', 'The clerk, said the mayor, lied', 'The clerk said the mayor, lied'],
])('what is said is kept: %s', (_, a, b) => {
  expect(wordingOf(a)).not.toBe(wordingOf(b))
})

test('texts of one wording have the same letters, whatever typography they are set in', () => {
  const unit = fc.constantFrom(
    'ﬁ',
    'é',
    'e\u0301',
    '²',
    '½',
    '“',
    '"',
    '—',
    '-',
    ' ',
    '\u2060',
    '…',
    '...',
    '**',
    'ж',
    '港',
    'a',
    'B',
    '7',
    '1',
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.array(unit, { maxLength: 12 }), (a, b) => {
      const [one, two] = [a.join(''), b.join('')]
      if (wordingOf(one) === wordingOf(two)) expect(lettersOf(one)).toBe(lettersOf(two))
    }),
    { numRuns: 3000 },
  )
  const spaced = fc.array(unit, { maxLength: 20 })
  fc.assert(
    fc.property(spaced, (units) => {
      const set = units.join('')
      const reset = set.replaceAll('“', '"').replaceAll('—', '-').replaceAll('…', '...')
      expect(lettersOf(set)).toBe(lettersOf(reset))
      expect(wordingOf(set)).toBe(wordingOf(reset))
    }),
  )
})
