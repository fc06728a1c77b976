import { expect, test } from 'vitest'
import { modelOf } from '../../../../src/reading/citations/parts/part-model.ts'
import { PartReader } from '../../../../src/reading/citations/parts/part-reader.ts'
import { readParts, withModel } from '../../../../src/reading/citations/parts/reference.ts'
import { readCitations } from '../../../../src/reading/citations/read-citations.ts'

const csl = (note: string) =>
  readCitations(note, { start: 0, end: note.length }).citations.map((citation) => citation.csl)

test('full names, title, journal, volume, pages and a month', () => {
  expect(
    csl(
      'Nina Boer and Kaja Tamm. The silting of small harbours. Journal of Coastal Research, 12(3):45-61, June 1998.',
    ),
  ).toEqual([
    {
      type: 'article-journal',
      title: 'The silting of small harbours',
      author: [
        { family: 'Boer', given: 'Nina' },
        { family: 'Tamm', given: 'Kaja' },
      ],
      'container-title': 'Journal of Coastal Research',
      volume: '12(3)',
      page: '45–61',
      issued: { 'date-parts': [[1998, 6]] },
    },
  ])
})

test('a book with place and publisher', () => {
  expect(
    csl('Boer, Nina. Harbours and Their Masters. New York: Oxford University Press, 1997.'),
  ).toMatchObject([
    {
      type: 'book',
      title: 'Harbours and Their Masters',
      author: [{ family: 'Boer', given: 'Nina' }],
      publisher: 'Oxford University Press',
      'publisher-place': 'New York',
      issued: { 'date-parts': [[1997]] },
    },
  ])
})

test('a paper in proceedings, with its DOI', () => {
  expect(
    csl(
      'K. Tamm and N. Boer. Predicting tides with networks. In Proceedings of the Third Conference on Ports, pages 12-19, 1996. doi:10.5555/Tides.3',
    ),
  ).toMatchObject([
    {
      type: 'paper-conference',
      title: 'Predicting tides with networks',
      'container-title': 'Proceedings of the Third Conference on Ports',
      page: '12–19',
      DOI: '10.5555/tides.3',
    },
  ])
})

test('two references in one note stay two', () => {
  const found = csl(
    'Boer, N. (2014). Harbour dues and who pays them. Journal of Ports, 3, 1–9. Tamm, K. (2015). Low water in the delta. Journal of Ports, 4, 2–8.',
  )
  expect(found.map(({ title }) => title)).toEqual([
    'Harbour dues and who pays them',
    'Low water in the delta',
  ])
})

test.each([
  'The port was closed in 1998, and nobody had asked the pilots what they thought of it.',
  'Harbour Gazette, May 4, 2021.',
  'Press Release, Board of Harbours, May 4, 2021.',
  'Low water. Nothing was said.',
  '1998',
  'x'.repeat(2000),
])('no scholarly reference: %s', (text) => {
  expect(readParts(text)).toBeNull()
})

test('a part that the model does not believe in stays empty', () => {
  const empty = modelOf({ source: '', licence: '', words: {}, features: {}, steps: {} })
  expect(
    withModel(empty, () => readParts('Boer, N. Harbour dues. Journal of Ports, 3, 1–9, 2014.')),
  ).toBeNull()
})

test('every word of a reference is in one part, in order', () => {
  const text = 'Boer, N. (2014).  Harbour dues.\tJournal of Ports, 3, 1–9.'
  const parts = new PartReader(modelOf({ source: '', licence: '', words: {}, features: {}, steps: {} })).read(
    text,
  )
  expect(
    parts
      .map((part) => part.text)
      .join(' ')
      .split(/\s+/),
  ).toEqual(text.split(/\s+/))
})

test('the same text gives the same parts, whatever was read before', () => {
  const text = 'Boer, Nina. Harbours and Their Masters. New York: Oxford University Press, 1997.'
  const first = readParts(text)
  readParts('K. Tamm. Predicting tides. In Proceedings of the Third Conference on Ports, pages 12-19, 1996.')
  expect(readParts(text)).toEqual(first)
})
