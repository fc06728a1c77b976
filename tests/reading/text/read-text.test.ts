import { expect, test } from 'vitest'
import type { FlowBlock } from '../../../src/reading/flow.ts'
import { readText } from '../../../src/reading/text/read-text.ts'

const wrapped = (text: string, width = 60): string => {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
const short = ({ kind, text }: FlowBlock): string => `${kind}: ${text}`
const blocksOf = (text: string): string[] => readText(text).blocks.map(short)

const LOCKS =
  'The trust rebuilt four locks on the northern arm between March and October, and the engineers reported that the gates held well through the first winter.'
const FERRY =
  'A ferry had run there since 1790, and it went on running while the work lasted, though it was slow.'

test('joins the lines that a program wrapped', () => {
  expect(blocksOf(`${wrapped(LOCKS)}\n\n${wrapped(FERRY)}`)).toEqual([
    `paragraph: ${LOCKS}`,
    `paragraph: ${FERRY}`,
  ])
})

test('takes every line as a paragraph where lines are not wrapped', () => {
  expect(blocksOf(`${LOCKS}\n${FERRY}\n${LOCKS}`)).toEqual(
    [LOCKS, FERRY, LOCKS].map((text) => `paragraph: ${text}`),
  )
})

test('puts a paragraph together again that page number, form feed and running head cut in two', () => {
  const places = ['northern', 'southern', 'eastern', 'western']
  const paragraphs = places.map((place) => LOCKS.replace('northern', place))
  const cut = paragraphs.map((text) => wrapped(text).split('\n'))
  const pages = [0, 1, 2, 3].map((page) => {
    const end = cut[page]?.[0] ?? ''
    const start = cut[page - 1]?.slice(1).join('\n') ?? 'It began.'
    const foot = `                         [Page ${page + 1}]`
    return `\fCanal Trust   Yearly Report   2019\n\n${start}\n\nOn the ${places[page] ?? ''} arm.\n\n${end}\n\n${foot}\n`
  })
  const { blocks, warnings } = readText(pages.join(''))
  const texts = blocks.map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(paragraphs.slice(0, 3)))
  expect(texts.some((text) => /Page|Yearly/.test(text))).toBe(false)
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('4 lines of page furniture such as “Canal Trust'),
    expect.stringContaining('4 lines of page furniture such as “[Page 1]”'),
  ])
})

test('keeps numbers that stand alone but do not rise like pages', () => {
  expect(blocksOf('Score\n\n12\n\nThen\n\n7\n\nLast\n\n30')).toContain('paragraph: 12')
})

test('leaves out calls to share the page and says so', () => {
  const { blocks, warnings } = readText(`${LOCKS}\n\nShare this Report:\n`)
  expect(blocks.map(short)).toEqual([`paragraph: ${LOCKS}`])
  expect(warnings).toEqual([
    { rule: 'furniture-dropped', message: expect.stringContaining('Share this Report') as string },
  ])
})

test.each([
  ['CHAPTER IV', 1],
  ['Chapter 3: The Long Winter', 1],
  ['THE LONG WINTER', 2],
  ['2.1  How The Locks Were Built', 3],
  ['Executive Summary', 2],
  ['III. _The Winter_', 2],
])('takes %j between blank lines for a heading of level %i', (line, level) => {
  const { blocks } = readText(`${wrapped(LOCKS)}\n\n\n${line}\n\n${wrapped(FERRY)}`)
  expect(blocks[1]).toMatchObject({ kind: 'heading', level })
})

test.each([
  'Nobody came to the meeting.',
  'it was over',
  'He said, however,',
  'In 1902 the locks failed again',
  '(see above)',
])('takes %j for no heading', (line) => {
  expect(readText(`${wrapped(LOCKS)}\n\n${line}\n\n${wrapped(FERRY)}`).blocks[1]?.kind).not.toBe('heading')
})

test('takes a headline of many words for a heading where lines are paragraphs', () => {
  const headline = 'Trust Chair: Locks Will Open In Spring, And The Town Will Pay For None Of It'
  expect(blocksOf(`${LOCKS}\n\n${headline}\n\n${FERRY}`)[1]).toBe(`heading: ${headline}`)
})

test.each([
  'The chair opens a lock (Source: Daily Post, May 3, 2019)',
  'May 3, 2019: The chair (left) shakes hands with the mayor (second from right) at the lock.',
  'Figure 3: Locks by year',
])('takes %j for a caption', (line) => {
  expect(blocksOf(`${LOCKS}\n\n${line}\n\n${FERRY}`)[1]).toBe(`caption: ${line}`)
})

test('reads bullets and numbered points as list items, also without blank lines between', () => {
  const text = `The trust wants three things:\n\n  • more money\n  • more time\n\n1. Dig.\n2. Fill\n   the lock.\n\n${wrapped(LOCKS)}`
  expect(blocksOf(text)).toEqual([
    'paragraph: The trust wants three things:',
    'list-item: more money',
    'list-item: more time',
    'list-item: 1. Dig.',
    'list-item: 2. Fill the lock.',
    `paragraph: ${LOCKS}`,
  ])
})

test('reads a passage that is set in as a quotation', () => {
  const setIn = wrapped(FERRY, 50).replace(/^/gm, '    ')
  expect(blocksOf(`${wrapped(LOCKS)}\n\n${setIn}\n\n${wrapped(LOCKS)}`)[1]).toBe(`quotation: ${FERRY}`)
})

test('gives the lines of a table of contents their role and the heading after them none', () => {
  const text = `Table of Contents\n\n   1. Locks ......... 3\n      1.1. Gates of\n           the north ...... 4\n   2. Ferries ....... 9\n\n1. Locks\n\n${wrapped(LOCKS)}`
  const { blocks } = readText(text)
  expect(blocks.map(({ role, text: words }) => [role, words])).toEqual([
    [undefined, 'Table of Contents'],
    ['contents', '1. Locks ......... 3'],
    ['contents', '1.1. Gates of the north ...... 4'],
    ['contents', '2. Ferries ....... 9'],
    [undefined, '1. Locks'],
    [undefined, LOCKS],
  ])
})

test('reads the rows of a table as cells and a drawing as code', () => {
  const table = 'Lock     Year     Cost\nNorth    1902     4,000\nSouth    1904     5,000'
  const drawing = '+------+     +------+\n| lock |---->| town |\n+------+     +------+\n   ^\n   |'
  const { blocks } = readText(`${wrapped(LOCKS)}\n\n${table}\n\n${drawing}`)
  expect(blocks.map(short).slice(1, 4)).toEqual([
    'table-cell: Lock Year Cost',
    'table-cell: North 1902 4,000',
    'table-cell: South 1904 5,000',
  ])
  expect(blocks.slice(4).every(({ kind }) => kind === 'table-cell')).toBe(true)
})

test('starts a block at every note of a list without blank lines', () => {
  expect(
    blocksOf(`${wrapped(LOCKS)}\n\n[1] First, which is\nlong.\n[2] Second.\n[3] Third.`).slice(1),
  ).toEqual(['paragraph: [1] First, which is long.', 'paragraph: [2] Second.', 'paragraph: [3] Third.'])
})

test('does not cut a paragraph where a wrapped line happens to start with a marker', () => {
  expect(blocksOf(`${wrapped(LOCKS)} As was shown in\n[12] and elsewhere.`)).toHaveLength(1)
})

test('keeps an asterisk that opens a note and drops one that is a bullet', () => {
  expect(blocksOf(`${LOCKS}\n\n* Prices of 1902.\n\n${FERRY}`)[1]).toBe('paragraph: * Prices of 1902.')
  expect(blocksOf(`${LOCKS}\n\n* dig\n\n* fill\n`).slice(1)).toEqual(['list-item: dig', 'list-item: fill'])
})

test('drops rows of asterisks that part sections', () => {
  expect(blocksOf(`${LOCKS}\n\n    *     *     *\n\n${FERRY}`)).toHaveLength(2)
})

test('finds the title in its line, else in the first heading', () => {
  expect(readText(`Title: The Locks\nAuthor: A. Writer\n\nCHAPTER I\n\n${LOCKS}`).title).toBe('The Locks')
  expect(readText(`THE LOCKS\n\n${LOCKS}`).title).toBe('THE LOCKS')
})
