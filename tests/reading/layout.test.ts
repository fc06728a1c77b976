import { expect, test } from 'vitest'
import type { FlowBlock, LinkedFlow } from '../../src/reading/flow.ts'
import { pageAt } from '../../src/reading/laid-document.ts'
import { layOut } from '../../src/reading/layout.ts'

const paragraph = (text: string): FlowBlock => ({ kind: 'paragraph', text, marks: [] })
const flow = (parts: Partial<LinkedFlow>): LinkedFlow => ({
  title: null,
  language: null,
  body: [],
  notes: [],
  calls: [],
  warnings: [],
  ...parts,
})

const mill = flow({
  body: [
    { kind: 'heading', level: 2, text: 'The mill', marks: [] },
    paragraph('It burned.* Nobody(3) died.'),
  ],
  notes: [
    { label: '*', kind: 'footnote', blocks: [paragraph('In May.')] },
    { label: '3', kind: 'endnote', blocks: [paragraph('Parish book.'), paragraph('See 1 too.')] },
  ],
  calls: [
    { block: 1, start: 18, end: 21, label: '3', note: 1 },
    { block: 1, start: 10, end: 11, label: '*', note: 0 },
    { block: 1, inNote: 1, start: 4, end: 5, label: '1', note: null },
  ],
  warnings: [
    { rule: 'a', message: 'after both calls', block: 1, start: 22, end: 26 },
    { rule: 'b', message: 'a whole note', note: 1 },
    { rule: 'c', message: 'nowhere' },
  ],
})

test('writes blocks with a blank line between, calls as labels in brackets and notes at the end', () => {
  expect(layOut(mill).text).toBe(
    'The mill\n\nIt burned.[*] Nobody[3] died.\n\n[*] In May.\n\n[3] Parish book.\nSee [1] too.',
  )
})

test('spans of blocks, notes and markers are exactly their words; a note leaves out its label', () => {
  const { text, blocks, notes, markers } = layOut(mill)
  const words = (spans: readonly { start: number; end: number }[]): string[] =>
    spans.map(({ start, end }) => text.slice(start, end))
  expect(words(blocks)).toEqual([
    'The mill',
    'It burned.[*] Nobody[3] died.',
    'In May.',
    'Parish book.\nSee [1] too.',
  ])
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 2],
    ['paragraph', undefined],
    ['note', undefined],
    ['note', undefined],
  ])
  expect(words(notes)).toEqual(['In May.', 'Parish book.\nSee [1] too.'])
  expect(words(markers)).toEqual(['[*]', '[3]', '[1]'])
  expect(markers.map(({ label, note }) => [label, note])).toEqual([
    ['*', 0],
    ['3', 1],
    ['1', null],
  ])
})

test('a warning keeps its place where calls before it changed their length', () => {
  const { text, warnings } = layOut(mill)
  expect(warnings.map(({ start, end }) => (start === undefined ? null : text.slice(start, end)))).toEqual([
    'died',
    'Parish book.\nSee [1] too.',
    null,
  ])
})

test('calls without words of their own stand in their order', () => {
  const { text } = layOut(
    flow({
      body: [paragraph('So it was [1-3].')],
      calls: [
        { block: 0, start: 10, end: 12, label: '1', note: null },
        { block: 0, start: 12, end: 12, label: '2', note: null },
        { block: 0, start: 12, end: 15, label: '3', note: null },
      ],
    }),
  )
  expect(text).toBe('So it was [1][2][3].')
})

test('a page begins where its mark stands, and a block is on the page where it begins', () => {
  const page = (start: number, number: number) => ({ kind: 'page', start, end: start, number }) as const
  const laid = layOut(
    flow({
      body: [
        paragraph('Before any page.'),
        { kind: 'paragraph', text: 'One page. The next page.', marks: [page(0, 1), page(10, 2)] },
        paragraph('Still the next.'),
      ],
    }),
  )
  expect(laid.blocks.map((block) => block.page)).toEqual([undefined, 1, 2])
  expect(pageAt(laid.pages, laid.text.indexOf('The next'))).toEqual({ page: 2 })
  expect(pageAt(laid.pages, 0)).toEqual({})
})
