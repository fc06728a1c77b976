import { describe, expect, test } from 'vitest'
import { amountsIn } from '../../../src/claims/excerpt/amounts-in.ts'
import { checkExcerpt } from '../../../src/claims/excerpt/check-excerpt.ts'
import { datesIn } from '../../../src/claims/excerpt/dates-in.ts'

const check = (claim: string, excerpt: string, translation: string | null = null, language = 'en') =>
  checkExcerpt({ claim, excerpt, translation, language })

const resultOf = (...given: Parameters<typeof check>): string[] =>
  check(...given).quotations.map(({ result }) => result)

const missingIn = (...given: Parameters<typeof check>): string[] =>
  check(...given).missing.map(({ quote }) => quote)

describe('a quotation of the claim, searched in the excerpt', () => {
  test('is found, typography, letter case and punctuation aside', () => {
    const excerpt = 'On the quay they told us that the boats – all of them – didn’t come back.'
    expect(resultOf("They said “the boats - all of them - didn't come back”.", excerpt)).toEqual(['found'])
    expect(resultOf('The mate said: “The boats, all of them, didn’t come back”', excerpt)).toEqual(['found'])
  })

  test('is found with what it leaves out, in order and only in order', () => {
    const excerpt = 'The harbour was closed for a week and nobody was told why it was closed.'
    expect(resultOf('He said “the harbour was closed … nobody was told”.', excerpt)).toEqual(['found'])
    expect(resultOf('He said “nobody was told […] the harbour was closed for a week”.', excerpt)).not.toEqual(
      ['found'],
    )
  })

  test('is found with differences, word by word', () => {
    const { quotations } = check(
      'He wrote that “the harbour master signed the long log at noon”.',
      'We saw it. The harbour master signed the log at nine, they say.',
    )
    expect(quotations).toEqual([
      {
        quote: 'the harbour master signed the long log at noon',
        result: 'found with differences',
        differences: [
          { kind: 'same', words: 'The harbour master signed the' },
          { kind: 'claim only', words: 'long' },
          { kind: 'same', words: 'log at' },
          { kind: 'claim only', words: 'noon' },
          { kind: 'excerpt only', words: 'nine' },
        ],
      },
    ])
  })

  test('shows what the excerpt says between', () => {
    const { quotations } = check(
      'It says “the log was burned that night”.',
      'The log was not burned that night.',
    )
    expect(quotations[0]?.differences).toContainEqual({ kind: 'excerpt only', words: 'not' })
  })

  test('is not found where nothing is like it', () => {
    const claim = 'She said “there was never a fire in the eastern warehouse”.'
    expect(resultOf(claim, 'The weather was fine and the fair went on until the evening.')).toEqual([
      'not found',
    ])
  })

  test('is compared by a person where the excerpt is translated or in another language, and never not found', () => {
    const claim = 'She said “there was never a fire”.'
    const german = 'Wir haben nie ein Feuer gesehen, und das ist die Wahrheit, sagte sie uns am Abend.'
    expect(resultOf(claim, german, 'We never saw any fire.')).toEqual(['compared by a person'])
    expect(resultOf(claim, german)).toEqual(['compared by a person'])
    expect(resultOf('Сказано: «огня не было».', 'There was no fire at all that night.', null, 'ru')).toEqual([
      'compared by a person',
    ])
  })

  test('every quotation of the claim is looked for', () => {
    const excerpt = 'The log was burned, and the boats were sold at the market.'
    const claim = 'He said “the log was burned” and “the mayor was paid in silver”.'
    expect(resultOf(claim, excerpt)).toEqual(['found', 'not found'])
  })
})

describe('numbers and dates that the excerpt lacks', () => {
  test.each([
    ['It cost 1,000 crowns.', 'The price: 1000 crowns.'],
    ['It cost 1,000 crowns.', 'The price was a thousand crowns and no more.'],
    ['It cost about 2.5 million crowns.', 'They paid 2,500,000 crowns in the end.'],
    ['Two hundred and forty people left.', 'There were 240 of them.'],
    ['Some 240,000 crowns were paid.', 'The 240 thousand that the owner got.'],
    ['The boats left on 3 May 2021.', 'It is written under 2021-05-03.'],
    ['The boats left on 3 May 2021.', 'On May 3rd the boats left.'],
    ['The boats left in May 2021.', 'The date was 3.5.2021 as we know.'],
    ['They were there between 20 and 30 times.', 'We counted twenty visits, then thirty.'],
  ])('are none, however they are written: %s', (claim, excerpt) => {
    expect(missingIn(claim, excerpt)).toEqual([])
  })

  test.each([
    ['It cost 240,000 crowns.', 'It cost 241,000 crowns.', ['240,000 crowns']],
    ['Three boats left on 3 May 2021.', 'Four boats left on 3 May 2021.', ['Three boats']],
    ['The boats left on 3 May 2021.', 'The boats left on 3 May 2020.', ['3 May 2021']],
    ['They were there between 20 and 30 times.', 'We counted twenty visits.', ['between 20 and 30 times']],
  ])('are pointed out: %s', (claim, excerpt, missing) => {
    expect(missingIn(claim, excerpt)).toEqual(missing)
  })

  test('are looked for in a translation too, and not claimed where the language is another', () => {
    const claim = 'Two hundred and forty people left on 3 May 2021.'
    const german = 'Es gingen zweihundertvierzig Menschen fort, und das war am dritten Tag, wie sie sagen.'
    expect(missingIn(claim, german, 'There were 240 who left on 3 May 2021.')).toEqual([])
    expect(missingIn(claim, german, 'They left on 3 May 2021.')).toEqual(['Two hundred and forty people'])
    expect(missingIn(claim, german)).toEqual([])
  })
})

test('amounts are read in digits of other scripts and in two ways where both are usual', () => {
  expect(amountsIn('٢٤٠ and ۱۲')).toEqual(new Set(['240', '12']))
  expect(amountsIn('1.000 Kronen')).toEqual(new Set(['1000', '1']))
  expect(amountsIn('3k, two dozen, 1 000 000')).toEqual(new Set(['3000', '24', '1000000']))
})

test('a date whose order nobody knows is both', () => {
  const { keys } = datesIn('3/5/2021')
  expect(keys.has('2021-05-03') && keys.has('2021-03-05')).toBe(true)
})

test('the time it takes grows with the excerpt, not faster', () => {
  const said = Array.from({ length: 3_000 }, (_, at) => `word${at % 700}x${at % 13}`).join(' ')
  const claim = `He said “${said.slice(0, 9_000)} and more, ${said.slice(200, 700)}”.`
  const started = performance.now()
  check(claim, said.slice(0, 20_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})
