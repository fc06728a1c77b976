import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Invalid } from '../../../src/errors.ts'
import {
  documentJson,
  documentLines,
  progressLine,
  ReadingReceiver,
  refusalLine,
} from '../../../src/reading/cage/reading-lines.ts'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { progressOf, type ReadingProgress } from '../../../src/reading/progress.ts'
import { readDocument } from '../../../src/reading/read-document.ts'

const read = (text: string): Promise<ReadDocument> => readDocument(Buffer.from(text), { name: 'quay.md' })

function received(lines: Iterable<string>, longestList?: number): ReadDocument {
  const receiver = new ReadingReceiver(() => undefined, longestList)
  for (const line of lines) receiver.receive(line)
  return receiver.document()
}

const REPORT =
  '# The quay\n\nThe quay was mended in May.[^1] Nobody paid.[^2]\n\n[^1]: Town clerk, 4 May 1999.\n'

test('a document crosses in lines and is the same on the other side', async () => {
  const document = await read(REPORT)
  expect(received(documentLines(document))).toEqual(document)
})

test('lists of any length cross whole, and their JSON in pieces is their JSON', async () => {
  const document = await read(REPORT)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1700 }), (warnings) => {
      const long = {
        ...document,
        warnings: Array.from({ length: warnings }, (_, i) => ({ rule: 'r', message: `“${i}”\n` })),
      }
      expect(received(documentLines(long))).toEqual(long)
      expect([...documentJson(long)].join('')).toBe(JSON.stringify(long))
    }),
    { numRuns: 30 },
  )
})

test('a refusal crosses in its own words', () => {
  expect(() => received([refusalLine(new Invalid('Save it as plain text.'))])).toThrow(
    new Invalid('Save it as plain text.'),
  )
})

test('lines that break off are no document', async () => {
  const lines = [...documentLines(await read(REPORT))]
  expect(() => received(lines.slice(0, -1))).toThrow('broke off')
})

test('a list longer than a desk can show is refused by name', async () => {
  const sentences = await read(`${'The tide rose. '.repeat(2000)}\n`)
  expect(() => received(documentLines(sentences), 1000)).toThrow('more than 1,000 sentences')
})

test('progress is heard as it comes and never falls', () => {
  const heard: ReadingProgress[] = []
  const receiver = new ReadingReceiver((progress) => heard.push(progress))
  const told = [
    progressOf('reading', 0),
    progressOf('reading', 0.5),
    progressOf('notes', 0),
    progressOf('claims', 1),
  ]
  for (const progress of told) receiver.receive(progressLine(progress))
  expect(heard).toEqual(told)
  const shares = heard.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})
