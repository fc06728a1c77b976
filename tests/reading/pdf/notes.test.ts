import { expect, test } from 'vitest'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { lines, pdfOf, type Run, type TestPage } from '../../support/pdf.ts'

const read = (...pages: TestPage[]): Promise<ReadDocument> => readDocument(pdfOf(pages), { name: 'pier.pdf' })

/** Which words each marker stands behind, and what its note says. */
const linksOf = ({ markers, notes, text }: ReadDocument): unknown[] =>
  markers.map(({ label, start, note }) => [
    label,
    /\S+$/.exec(text.slice(0, start))?.[0],
    note === null ? null : text.slice(notes[note]!.start, notes[note]!.end),
  ])

/** A line with raised labels: `words^1 more`. Letters count for half an em. */
function marked(text: string, x: number, y: number): Run[] {
  let at = x
  return text.split(/\^(\w+)/).map((part, i) => {
    const raised = i % 2 === 1
    const run: Run = { x: at, y: raised ? y - 5 : y, text: part, size: raised ? 7 : 12, font: 'unicode' }
    at += part.length * (raised ? 3.5 : 6)
    return run
  })
}

const foot = (label: string, text: string, y: number): Run[] => [
  { x: 60, y: y - 3, text: label, size: 6, font: 'unicode' },
  { x: 66, y, text, size: 10, font: 'unicode' },
]

const BODY = lines(['The harbour board met in May and closed the pier to ships.'], 60, 100, {
  font: 'unicode',
})

test('leads raised numbers to the notes at the foot of their page, though every page begins with 1', async () => {
  const page = (word: string): TestPage => ({
    runs: [
      ...BODY,
      ...marked(`The ${word} were rotten^1 and wet^2 below.`, 60, 130),
      ...foot('1', `On ${word}.`, 700),
      ...foot('2', `Wet ${word}.`, 712),
    ],
  })
  expect(linksOf(await read(page('piles'), page('decks')))).toEqual([
    ['1', 'rotten', 'On piles.'],
    ['2', 'wet', 'Wet piles.'],
    ['1', 'rotten', 'On decks.'],
    ['2', 'wet', 'Wet decks.'],
  ])
})

test('reads a note on that runs on to the next page', async () => {
  const first = [
    ...BODY,
    ...marked('The piles were rotten^1 through.', 60, 130),
    ...foot('1', 'The divers said that they had', 700),
  ]
  const second = [
    ...BODY,
    { x: 60, y: 700, text: 'seen it with their own eyes.', size: 10, font: 'unicode' as const },
  ]
  expect(linksOf(await read({ runs: first }, { runs: second }))).toEqual([
    ['1', 'rotten', 'The divers said that they had seen it with their own eyes.'],
  ])
})

test('leads to notes in the size of the text where their raised label opens a line', async () => {
  const runs = [
    ...BODY,
    ...marked('The piles were rotten^1 through.', 60, 130),
    ...marked('^1 See the report of the divers.', 60, 700),
  ]
  expect(linksOf(await read({ runs }))).toEqual([['1', 'rotten', 'See the report of the divers.']])
})

test('follows links from markers to notes at the end', async () => {
  const runs = [...BODY, ...marked('The piles were rotten^i through.', 60, 130)]
  const links = [{ box: [180, 112, 190, 132] as const, to: [1, 90] as const }]
  const end = { runs: lines(['i Report of the divers, page 4.'], 60, 100, { font: 'unicode' as const }) }
  const document = await read({ runs, links }, end)
  expect(linksOf(document)).toEqual([['i', 'rotten', 'Report of the divers, page 4.']])
  expect(document.notes[0]?.kind).toBe('endnote')
})

test('leaves a raised number without a note in the text, and warns where it may be a lost marker', async () => {
  const runs = [
    ...BODY,
    ...marked('The piles were rotten^1 and the deck^2 was too.', 60, 130),
    ...foot('1', 'On piles.', 700),
  ]
  const document = await read({ runs })
  expect(linksOf(document)).toEqual([
    ['1', 'rotten', 'On piles.'],
    ['2', 'deck', null],
  ])
  expect(document.warnings.map(({ rule }) => rule)).toContain('note-missing')
})

test('takes a power for no marker', async () => {
  const runs = [
    ...BODY,
    ...marked('It took 40 m^2 of timber^2 in all.', 60, 130),
    ...foot('2', 'On timber.', 700),
  ]
  expect(linksOf(await read({ runs }))).toEqual([['2', 'timber', 'On timber.']])
})

test('keeps a note of which only the label is left, with a warning', async () => {
  const runs = [
    ...BODY,
    ...marked('The piles were rotten^1 and wet^2 below.', 60, 130),
    ...foot('1', 'On piles.', 700),
    { x: 60, y: 712, text: '2', size: 6, font: 'unicode' as const },
  ]
  const document = await read({ runs })
  expect(document.notes.map(({ label }) => label)).toEqual(['1', '2'])
  expect(document.warnings.map(({ rule }) => rule)).toContain('note-without-text')
})

test('gives each claim its page', async () => {
  const document = await read({ runs: BODY }, { runs: BODY })
  expect(document.claims.map(({ page }) => page)).toEqual([1, 2])
})

test('takes a small label alone in its row for a marker where a note opens with it', async () => {
  const runs: Run[] = [{ x: 60, y: 100, text: '1', size: 6, font: 'unicode' }, ...foot('1', 'Example.', 700)]
  const document = await read({ runs })
  expect(document.markers.map(({ label, note }) => [label, note])).toEqual([['1', 0]])
  expect(document.text.slice(document.notes[0]?.start, document.notes[0]?.end)).toBe('Example.')
})

test('leaves a small number in a cell of its own where no note opens with it', async () => {
  const runs: Run[] = [
    { x: 60, y: 100, text: '7', size: 6, font: 'unicode' },
    ...BODY,
    ...foot('1', 'Example.', 700),
  ]
  expect((await read({ runs })).markers).toEqual([])
})

test('ends a note that leaves most of its line empty, though no stop ends it', async () => {
  const wide = 'The harbour board met in May and closed the pier to all the ships of the town and of others.'
  const first = [
    ...lines([wide], 60, 100, { font: 'unicode' }),
    ...marked('The piles were rotten^1 through.', 60, 130),
    ...foot('1', 'On piles', 700),
  ]
  const small = { x: 60, y: 700, text: 'Printed by the harbour board.', size: 10, font: 'unicode' as const }
  expect(linksOf(await read({ runs: first }, { runs: [...BODY, small] }))).toEqual([
    ['1', 'rotten', 'On piles'],
  ])
})

test('raises a row of markers with the first of them', async () => {
  const runs = [
    ...BODY,
    ...marked('The piles were rotten', 60, 130),
    ...['[1]', '[2]', '[3]'].map((text, i): Run => ({
      x: 186 + i * 10.5,
      y: 125,
      text,
      size: 7,
      font: 'unicode',
    })),
    ...foot('1', 'On piles.', 700),
    ...foot('2', 'On decks.', 712),
    ...foot('3', 'On ropes.', 724),
  ]
  expect((await read({ runs })).markers.map(({ label, note }) => [label, note])).toEqual([
    ['1', 0],
    ['2', 1],
    ['3', 2],
  ])
})

test('keeps a marker that a line begins with in its paragraph where a link leads from it to its note', async () => {
  const runs: Run[] = [
    ...BODY,
    ...lines(['The piles were rotten through, as the divers all said in the end.'], 60, 114.4, {
      font: 'unicode',
    }),
    { x: 60, y: 124, text: '[1]', size: 7, font: 'unicode' },
    { x: 72, y: 128.8, text: 'Nobody had looked before.', font: 'unicode' },
  ]
  const links = [{ box: [58, 116, 72, 128] as const, to: [1, 90] as const }]
  const end = { runs: lines(['1. Report of the divers, page 4.'], 60, 100, { font: 'unicode' as const }) }
  const document = await read({ runs, links }, end)
  expect(document.text).toContain('in the end.[1] Nobody had looked')
  expect(linksOf(document)).toEqual([['1', 'end.', 'Report of the divers, page 4.']])
})

test('reads the label alone where the page that it means stands behind it', async () => {
  const runs = [
    ...BODY,
    ...marked('The piles were rotten', 60, 130),
    { x: 186, y: 125, text: '[1]:p. 7[2]', size: 7, font: 'unicode' as const },
    ...foot('1', 'On piles.', 700),
    ...foot('2', 'On decks.', 712),
  ]
  expect((await read({ runs })).markers.map(({ label, note }) => [label, note])).toEqual([
    ['1', 0],
    ['2', 1],
  ])
})

test('reads notes that run across the foot of two columns, short ones among them', async () => {
  const column = (x: number, label: string): Run[] => [
    ...lines(
      Array.from({ length: 8 }, (_, i) => `The board met and closed the old pier, part ${i + 1} of it.`),
      x,
      100,
      { size: 9, font: 'unicode' },
    ),
    ...marked(`rotten^${label} below.`, x, 200).map((run) => ({ ...run, size: run.size === 12 ? 9 : 5 })),
  ]
  const note = (label: string, text: string, y: number): Run[] => [
    { x: 40, y, text: label, size: 7, font: 'unicode' },
    { x: 58, y, text, size: 7, font: 'unicode' },
  ]
  const runs = [
    ...column(40, '1'),
    ...column(320, '2'),
    ...note('1', `Report of the divers, ${'who went down in the harbour in May, '.repeat(3)}page 4.`, 700),
    ...note('2', 'Report of the board.', 713),
  ]
  expect(linksOf(await read({ runs })).map((link) => (link as string[])[2]?.slice(0, 20))).toEqual([
    'Report of the divers',
    'Report of the board.',
  ])
})

test('warns of a note at the foot of a page whose marker was lost', async () => {
  const runs = [...BODY, ...lines(['The piles were rotten.'], 60, 130), ...foot('1', 'On piles.', 700)]
  const { markers, warnings } = await read({ runs })
  expect(markers).toEqual([])
  expect(warnings.map(({ rule, message }) => `${rule}: ${message}`)).toContainEqual(
    expect.stringMatching(/^marker-unsure: “1” opens a line on page 1/),
  )
})
