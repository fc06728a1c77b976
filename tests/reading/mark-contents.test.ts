import { expect, test } from 'vitest'
import type { FlowBlock } from '../../src/reading/flow.ts'
import { markContents } from '../../src/reading/mark-contents.ts'
import { markFrontMatter } from '../../src/reading/mark-front-matter.ts'

const block = (kind: FlowBlock['kind'], text: string): FlowBlock => ({ kind, text, marks: [] })
const roles = (blocks: readonly FlowBlock[]): (string | undefined)[] => blocks.map(({ role }) => role)

test('list items, repeated headings and lines with pages below Contents are contents; the headings themselves are not', () => {
  const blocks = [
    block('heading', 'Contents'),
    block('list-item', 'Locks and Ferries'),
    block('heading', 'The Winter'),
    block('paragraph', 'The end ..... 12'),
    block('paragraph', 'The text begins here and has no page.'),
    block('heading', 'The Winter'),
    block('list-item', 'a point'),
  ]
  const marked = markContents(blocks)
  expect(roles(marked)).toEqual([
    undefined,
    'contents',
    'contents',
    'contents',
    undefined,
    undefined,
    undefined,
  ])
  expect(marked[2]?.kind).toBe('list-item')
})

test('a text without such a heading stays as it is', () => {
  const blocks = [block('heading', 'Locks'), block('list-item', 'one')]
  expect(markContents(blocks)).toBe(blocks)
})

test.each([
  'By A. Writer and B. Other',
  'May 3, 2019 | Report No. 12',
  '3 May 2019',
  'Locks, Ferries | Report No. 12',
  'Author: A. Writer',
])('%j at the front is a byline', (text) => {
  expect(roles(markFrontMatter([block('heading', 'Locks'), block('paragraph', text)]))).toEqual([
    undefined,
    'byline',
  ])
})

test.each(['By A. Writer the lock was opened.', 'The trust met on 3 May 2019'])('%j is none', (text) => {
  expect(roles(markFrontMatter([block('paragraph', text)]))).toEqual([undefined])
})

test.each([
  'The Quay Office, Working Paper No. 3. By A. Writer and Bo de Other. May 2, 2019',
  'Quay Reports. By A. Writer.',
])('%j right below the title is a byline', (text) => {
  const [heading, line] = [block('heading', 'Locks'), block('paragraph', text)]
  expect(roles(markFrontMatter([heading, line]))).toEqual([undefined, 'byline'])
  expect(roles(markFrontMatter([line, line]))).toEqual([undefined, undefined])
})

test.each([
  'The Quay Office closed. By Monday the lock was dry. May 2, 2019',
  'By Mill Lane. By Ford Lane. By Quay Lane. By A. Writer. By B. Other.',
  'The Quay Office, Working Paper No. 3. May 2, 2019.',
])('%j below the title is none', (text) => {
  expect(roles(markFrontMatter([block('heading', 'Locks'), block('paragraph', text)]))).toEqual([
    undefined,
    undefined,
  ])
})

test('what stands below the first long paragraph is no byline', () => {
  expect(
    roles(markFrontMatter([block('paragraph', 'word '.repeat(80)), block('paragraph', '3 May 2019')])),
  ).toEqual([undefined, undefined])
})
