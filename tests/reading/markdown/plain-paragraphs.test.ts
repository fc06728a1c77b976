import { expect, test } from 'vitest'
import { readMarkdown } from '../../../src/reading/markdown/read-markdown.ts'

const blocksOf = (text: string): (readonly [string, string])[] =>
  readMarkdown(text).blocks.map((block) => [block.kind, block.text])

test('lines that open with letters, quotation marks or round brackets are one paragraph', () => {
  expect(blocksOf('The harbour froze.\n“Twice,” she said,\n(and again)\nÉté came late.')).toEqual([
    ['paragraph', 'The harbour froze. “Twice,” she said, (and again) Été came late.'],
  ])
})

test.each([
  ['a line of equals signs', 'The harbour\n===', ['heading', 'The harbour']],
  ['a row of dashes and bars', 'Ship | Tons\n---|---', ['table-cell', 'Ship'], ['table-cell', 'Tons']],
  ['a bullet', 'The ships:\n- a barge', ['paragraph', 'The ships:'], ['list-item', 'a barge']],
  ['a quotation', 'He wrote:\n> Ice.', ['paragraph', 'He wrote:'], ['quotation', 'Ice.']],
  ['a definition', 'Barge\n:   A flat boat.', ['paragraph', 'Barge'], ['paragraph', 'A flat boat.']],
] as const)('%s below a line that opens with a letter is still heard', (_, text, ...blocks) => {
  expect(blocksOf(text)).toEqual(blocks)
})

test('a lettered item keeps the indented paragraphs below it', () => {
  expect(blocksOf('a.  The first barge.\n\n    Its captain slept.')).toEqual([
    ['paragraph', 'a. The first barge.'],
    ['paragraph', 'Its captain slept.'],
  ])
})

test('two spaces at the end of a line break it, in words without any other mark', () => {
  expect(blocksOf('Ice in March  \nand in April')).toEqual([['paragraph', 'Ice in March and in April']])
})

test('lines stay in the quotation or item that they go on from', () => {
  expect(blocksOf('> The harbour\nfroze.\n\n- A barge\nsank.')).toEqual([
    ['quotation', 'The harbour froze.'],
    ['list-item', 'A barge sank.'],
  ])
})
