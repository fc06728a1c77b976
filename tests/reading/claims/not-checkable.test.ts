import { expect, test } from 'vitest'
import { readClaims } from '../../../src/reading/claims/read-claims.ts'
import type { Block } from '../../../src/reading/document.ts'

/** Blocks one below the other, divided by blank lines, with the reasons of their sentences. */
function reasonsIn(...blocks: readonly (Pick<Block, 'kind' | 'role'> & { readonly words: string })[]) {
  let text = ''
  const laid = blocks.map(({ words, ...block }) => {
    const start = text.length
    text += `${words}\n\n`
    return { ...block, start, end: start + words.length }
  })
  return (language?: string) =>
    readClaims({ text, blocks: laid, notes: [], markers: [] }, language).sentences.map(
      ({ because }) => because,
    )
}

test.each([
  [undefined, 'paragraph', 'The harbour was closed on Monday.'],
  ['opinion', 'paragraph', 'The council should open the harbour.'],
  ['forecast', 'paragraph', 'The harbour will open in spring.'],
  ['question', 'paragraph', 'Who closed the harbour?'],
  ['instruction', 'paragraph', 'Please see the list of closures.'],
  ['heading', 'heading', 'The harbour is closed'],
  ['caption', 'caption', 'The harbour was closed on Monday.'],
  ['fragment', 'paragraph', 'Harbour and docks'],
  ['table-cell', 'table-cell', 'Tonnage'],
] as const)('a sentence says why it is no claim: %s', (because, kind, words) => {
  expect(reasonsIn({ kind, words })()).toEqual([because])
})

test('apparatus says what it is', () => {
  const reasons = reasonsIn(
    { kind: 'paragraph', role: 'byline', words: 'By Ada Cole' },
    { kind: 'paragraph', role: 'contents', words: 'The harbour is closed 7' },
  )
  expect(reasons()).toEqual(['byline', 'contents'])
})

test('what ought to be and what is to come are told in English only', () => {
  const reasons = reasonsIn({ kind: 'paragraph', words: 'The council should open the harbour.' })
  expect(reasons('de')).toEqual([undefined])
})
