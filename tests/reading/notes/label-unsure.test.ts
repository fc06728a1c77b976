import { expect, test } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'

const unsureIn = async (text: string, name: string) => {
  const { markers, warnings, text: read } = await readDocument(Buffer.from(text), { name })
  expect(markers).toEqual([])
  return warnings
    .filter(({ rule }) => rule === 'marker-unsure')
    .map(({ start, end }) => read.slice(start, end))
}

test.each([
  ['a number in brackets', 'The mill burned in May.[1] Nobody was hurt.\n', 'mill.txt', '[1]'],
  ['a raised number', '<p>The mill burned in May.<sup>1</sup> Nobody was hurt.</p>', 'mill.html', '1'],
  ['a raised sign of a number', 'The mill burned in May.¹ Nobody was hurt.\n', 'mill.txt', '¹'],
])('%s that no note answers stays in the text, with a warning at its place', async (_, text, name, label) => {
  expect(await unsureIn(text, name)).toEqual([label])
})

test.each([
  ['a year', 'The mill burned in May.[1897] Nobody was hurt.\n'],
  ['a power', 'The yard holds 12 m² of planks.\n'],
  ['a number set apart', 'The mill burned in May, in row [1] of the table.\n'],
  ['letters', 'The mill burned in May.[sic] Nobody was hurt.\n'],
])('%s is no marker and needs no warning', async (_, text) => {
  expect(await unsureIn(text, 'mill.txt')).toEqual([])
})

test('a raised link to a note that is not in the file is a marker without its note', async () => {
  const html = '<p>The mill burned.<sup><a href="#fn1">1</a></sup> Nobody was hurt.</p>'
  const { markers, warnings } = await readDocument(Buffer.from(html), { name: 'mill.html' })
  expect(markers).toMatchObject([{ label: '1', note: null }])
  expect(warnings.map(({ rule }) => rule)).toContain('note-missing')
})
