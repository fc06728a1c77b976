import { expect, test } from 'vitest'
import { wordsOf } from './found.ts'

test.each([
  ['Foreign Minister Sergey Lavrov met the deputy head of the agency.', ['Foreign Minister', 'deputy head']],
  ["Anna Kovač, Latvia's former defence minister, agreed.", ['former defence minister']],
  ['Gen. Oleh Marchenko and the Secretary of State came.', ['Gen.', 'Secretary of State']],
  ['A senior official, speaking to the envoy, agreed.', ['senior official', 'envoy']],
  ['Hamas leader Khaled Mashal spoke.', ['leader']],
])('titles in "%s"', (text, titles) => {
  expect(wordsOf('title', text)).toEqual(titles)
})

test.each([
  'The official response was slow.',
  'They head for the coast.',
  'Ministers and officials came.',
  'The general mood was poor.',
])('no titles in "%s"', (text) => {
  expect(wordsOf('title', text)).toEqual([])
})

test.each([
  ['It was the first and largest of all.', ['first', 'largest', 'all']],
  ['Nobody had ever seen the most important text.', ['Nobody', 'ever', 'most important']],
  ['The only witness never spoke.', ['only', 'never']],
  ['No one won for the first time.', ['No one', 'for the first time']],
])('superlatives in "%s"', (text, words) => {
  expect(wordsOf('superlative', text)).toEqual(words)
})

test.each([
  'At first they first met the guest in the west.',
  'First, at least ten came after all.',
  'It most probably rests in the forest.',
  'Not only that, they protest.',
])('no superlatives in "%s"', (text) => {
  expect(wordsOf('superlative', text)).toEqual([])
})

test.each([
  ['She called it "a grave mistake," and left.', ['a grave mistake']],
  ['He wrote: “We won.[5] They lost.”', ['We won.', 'They lost.']],
  ['"One part\n\n"Another part"', ['One part', 'Another part']],
])('quotations in "%s"', (text, quotations) => {
  expect(wordsOf('quotation', text)).toEqual(quotations)
})
