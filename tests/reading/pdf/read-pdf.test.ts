import { expect, test } from 'vitest'
import type { FlowBlock } from '../../../src/reading/flow.ts'
import { readPdf } from '../../../src/reading/pdf/read-pdf.ts'
import { lines, pdfOf, type TestPage } from '../../support/pdf.ts'

const blocksOf = async (...pages: TestPage[]): Promise<readonly FlowBlock[]> =>
  (await readPdf(pdfOf(pages))).blocks
const textsOf = async (...pages: TestPage[]): Promise<string[]> =>
  (await blocksOf(...pages)).map(({ text }) => text)

const PROSE = [
  'The harbour board met on the first of May and decided to close the old',
  'pier to all ships above two hundred tons, because divers had found that',
  'the piles below the water line were rotten through.',
]

test('joins the lines of a paragraph and begins another one behind a gap', async () => {
  const page = { runs: [...lines(PROSE, 60, 100), ...lines(['A second meeting followed in June.'], 60, 170)] }
  expect(await textsOf(page)).toEqual([PROSE.join(' '), 'A second meeting followed in June.'])
})

test('begins a paragraph at an indent behind a sentence', async () => {
  const runs = [
    ...lines(PROSE, 60, 100),
    { x: 78, y: 143.2, text: 'Nobody knew at the time how much money the repairs would take, nor' },
    { x: 60, y: 157.6, text: 'who was to pay.' },
  ]
  expect(await textsOf({ runs })).toHaveLength(2)
})

test('joins a word that the end of a line broke when the document has the whole word, and keeps a compound', async () => {
  const runs = lines(
    [
      'Repairs were estimated at two million, and the estimated cost was esti-',
      'mated again in June. A long-term plan is wanted, the board said, and a long-',
      'term loan to pay for all of it before the winter.',
    ],
    60,
    100,
  )
  const [text] = await textsOf({ runs })
  expect(text).toContain('was estimated again')
  expect(text).toContain('a long-term loan')
})

test('leaves out running heads and page numbers and says so', async () => {
  const pages = [1, 2, 3].map((number) => ({
    runs: [
      { x: 60, y: 40, text: 'The Old Pier' },
      ...lines([`Page ${number} tells of something else than the others, and at length.`], 60, 100),
      { x: 300, y: 770, text: `${number + 6}` },
    ],
  }))
  const flow = await readPdf(pdfOf(pages))
  expect(flow.blocks.map(({ text }) => text)).toEqual([
    expect.stringContaining('Page 1'),
    expect.stringContaining('Page 2'),
    expect.stringContaining('Page 3'),
  ])
  const said = flow.warnings.filter(({ rule }) => rule === 'furniture-dropped').map(({ message }) => message)
  expect(said).toEqual([expect.stringContaining('page number'), expect.stringContaining('“The Old Pier”')])
})

test('marks where each page begins and joins the paragraph that runs across', async () => {
  const blocks = await blocksOf(
    { runs: lines(PROSE.slice(0, 2), 60, 700) },
    { runs: lines(PROSE.slice(2), 60, 80) },
  )
  expect(blocks).toHaveLength(1)
  const pages = blocks[0]?.marks.filter(({ kind }) => kind === 'page')
  expect(pages).toEqual([
    { kind: 'page', number: 1, start: 0, end: 0 },
    {
      kind: 'page',
      number: 2,
      start: PROSE.slice(0, 2).join(' ').length + 1,
      end: PROSE.slice(0, 2).join(' ').length + 1,
    },
  ])
})

test('reads two columns one after the other, and what runs across them first', async () => {
  const column = (word: string): string[] =>
    Array.from({ length: 8 }, (_, i) => `${word} column line ${i} goes on with words`)
  const runs = [
    { x: 60, y: 60, text: 'A heading that runs across both of the columns of this page', size: 18 },
    ...lines(column('left'), 60, 110),
    ...lines(column('right'), 320, 110),
  ]
  const text = (await textsOf({ runs })).join('\n')
  expect(text.indexOf('left column line 7')).toBeLessThan(text.indexOf('right column line 0'))
  expect(text.startsWith('A heading')).toBe(true)
})

test('tells headings by their size and by their font, and a level each', async () => {
  const runs = [
    { x: 60, y: 60, text: 'The Old Pier', size: 20 },
    { x: 60, y: 95, text: 'What the divers found', font: 'bold' as const },
    ...lines(PROSE, 60, 120),
  ]
  expect((await blocksOf({ runs })).map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph', undefined],
  ])
})

test('reads a table cell by cell with a warning', async () => {
  const rows = [
    ['Year', 'Ships', 'Tons'],
    ['2021', '140', '9,800'],
    ['2022', '155', '9,950'],
  ]
  const runs = [
    ...lines(PROSE, 60, 60),
    ...rows.flatMap((row, i) => row.map((text, j) => ({ x: 60 + 120 * j, y: 130 + 16 * i, text }))),
  ]
  const flow = await readPdf(pdfOf([{ runs }]))
  expect(flow.blocks.filter(({ kind }) => kind === 'table-cell').map(({ text }) => text)).toEqual(rows.flat())
  expect(flow.warnings.map(({ rule }) => rule)).toContain('table-as-cells')
})

test('tells items by their bullets and the quotation by its margins', async () => {
  const runs = [
    ...lines(PROSE, 60, 100),
    ...lines(
      ['We saw piles that we could push a knife through', 'with one hand, and no one had told us.'],
      100,
      160,
    ),
    { x: 60, y: 210, text: '\u2022 First the piles', font: 'unicode' as const },
    { x: 60, y: 226, text: '\u2022 Then the deck', font: 'unicode' as const },
  ]
  expect((await blocksOf({ runs })).map(({ kind, text }) => [kind, text.slice(0, 6)])).toEqual([
    ['paragraph', 'The ha'],
    ['quotation', 'We saw'],
    ['list-item', 'First '],
    ['list-item', 'Then t'],
  ])
})

test('keeps the links of the file, and an address that a line broke in one piece', async () => {
  const runs = lines(
    ['The minutes are at https://board.example/minutes/', 'may.html for all to read.'],
    60,
    100,
  )
  const links = [{ box: [160, 88, 320, 104] as const, url: 'https://board.example/minutes/may.html' }]
  const [block] = await blocksOf({ runs, links })
  expect(block?.text).toContain('https://board.example/minutes/may.html for')
  expect(block?.marks.find(({ kind }) => kind === 'link')).toMatchObject({
    href: 'https://board.example/minutes/may.html',
  })
})

test('puts text that runs from right to left in the order of reading', async () => {
  const word = (x: number, text: string) => ({ x, y: 100, text, font: 'unicode' as const })
  const runs = [word(400, '\ufee2\ufed7\ufead'), word(380, '145'), word(340, '\u05e9\u05dc\u05d5\u05dd')]
  const [block] = await blocksOf({ runs })
  expect(block?.text).not.toMatch(/[\ufe70-\ufeff]/)
  expect(block?.text.indexOf('145')).toBeGreaterThan(0)
  expect(block?.text.endsWith('145')).toBe(false)
})

test('takes ligatures apart and bullets of picture fonts for bullets', async () => {
  const runs = [{ x: 60, y: 100, text: 'The \ufb01rst o\ufb03ce', font: 'unicode' as const }]
  expect(await textsOf({ runs })).toEqual(['The first office'])
})

test('takes the title that the file and its first page say', async () => {
  const pages = [{ runs: [{ x: 60, y: 60, text: 'The Old Pier', size: 20 }, ...lines(PROSE, 60, 100)] }]
  expect((await readPdf(pdfOf(pages, 'The Old Pier'))).title).toBe('The Old Pier')
  expect((await readPdf(pdfOf(pages, 'Microsoft Word - draft3.docx'))).title).toBe('The Old Pier')
})

test('refuses pages without text and says what to do', async () => {
  await expect(readPdf(pdfOf([{ runs: [] }]))).rejects.toThrow(/pictures of pages.*OCR/)
})

test('names single pages without text', async () => {
  const flow = await readPdf(pdfOf([{ runs: lines(PROSE, 60, 100) }, { runs: [] }]))
  expect(flow.warnings).toEqual([
    { rule: 'page-without-text', message: 'Pages without text, which may be pictures: 2.' },
  ])
})

test.each([
  ['cut off', pdfOf([{ runs: lines(PROSE, 60, 100) }]).slice(0, 40)],
  ['rubbish', new TextEncoder().encode('%PDF-1.7\nnothing of the kind')],
])('refuses a file that is %s and says what to do', async (_, bytes) => {
  await expect(readPdf(bytes)).rejects.toThrow(/damaged.*save or print it to a new PDF/)
})

test('refuses a file of too many pages and says what to do', async () => {
  const pages = Array.from({ length: 1001 }, () => ({ runs: [{ x: 60, y: 60, text: 'a' }] }))
  await expect(readPdf(pdfOf(pages))).rejects.toThrow(/1001 pages.*divide it/)
})

test('warns where fonts of old typesetting lose quotation marks and joined letters', async () => {
  const said = [
    'He called it \\rotten" and',
    'the deck \\unsafe" too, and',
    'said it was \\not signi cant" to him.',
  ]
  const flow = await readPdf(pdfOf([{ runs: lines(said, 60, 100) }]))
  expect(flow.warnings.map(({ rule }) => rule)).toEqual(['characters-misread'])
})

test('warns of words too small to be seen, which it leaves out', async () => {
  const hidden = [{ x: 60, y: 400, text: 'small', size: 0.2 }]
  const shown = { runs: lines(['Nothing on the first page is hidden.'], 60, 100) }
  const flow = await readPdf(pdfOf([shown, { runs: [...lines(PROSE, 60, 100), ...hidden] }]))
  expect(flow.blocks.map(({ text }) => text).join(' ')).not.toMatch(/small/)
  expect(flow.warnings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'text-unseen: Left out 5 characters that stand beside the page or are too small to be seen, on page 2.',
  ])
})
