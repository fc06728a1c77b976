import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { projectRoot } from '../../src/paths.ts'
import type { ReadDocument } from '../../src/reading/document.ts'
import { readDocument } from '../../src/reading/read-document.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const REPORT = `The Canal Trust in 2019

By A. Writer*

The trust spent 4.2 million on locks in 2019.[1] Its chair said that a third of it was borrowed.[2]

It will not say from whom.[3]

* A. Writer is a miller.

[1] Canal Trust, Accounts, May 3, 2019.

[3] Letter of 4 June 2019.
`

test('says what was read: name, type, size and hash', async () => {
  const { format, source, language, title } = await readDocument(bytes(REPORT), { name: 'canal.txt' })
  expect(format).toBe('stet.document/1')
  expect(source).toMatchObject({ name: 'canal.txt', type: 'text', bytes: bytes(REPORT).length })
  expect(source.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect([language, title]).toEqual(['en', 'The Canal Trust in 2019'])
})

test('every span is the words it stands for', async () => {
  const { text, markers, notes, claims } = await readDocument(bytes(REPORT), { name: 'canal.txt' })
  expect(markers.map(({ start, end }) => text.slice(start, end))).toEqual(['[1]', '[2]', '[3]'])
  expect(markers.map(({ note }) => note)).toEqual([0, null, 1])
  expect(notes.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Canal Trust, Accounts, May 3, 2019.',
    'Letter of 4 June 2019.',
  ])
  expect(claims.map(({ start, end }) => text.slice(start, end))).toEqual(claims.map(({ quote }) => quote))
})

test('lists what was lost, with its place', async () => {
  const { text, warnings } = await readDocument(bytes(REPORT), { name: 'canal.txt' })
  const missing = warnings.find(({ rule }) => rule === 'note-missing')
  expect(text.slice(missing?.start, missing?.end)).toBe('[2]')
  expect(warnings.map(({ rule }) => rule)).toContain('author-note')
})

test('the same bytes give the same document, to the byte', async () => {
  const read = async (): Promise<string> =>
    JSON.stringify(await readDocument(bytes(REPORT), { name: 'canal.txt' }))
  expect(await read()).toBe(await read())
})

test('carriage returns change nothing but the file’s own figures', async () => {
  const { text } = await readDocument(bytes(REPORT.replace(/\n/g, '\r\n')), { name: 'canal.txt' })
  expect(text).toBe((await readDocument(bytes(REPORT), { name: 'canal.txt' })).text)
})

test('a file without notes has none, and nothing is warned of', async () => {
  const { notes, markers, warnings } = await readDocument(bytes('The lock was opened in 1902.\n'), {
    name: 'a.txt',
  })
  expect({ notes, markers, warnings }).toEqual({ notes: [], markers: [], warnings: [] })
})

test('ten thousand markers without notes are ten thousand markers and warnings', async () => {
  const text = Array.from({ length: 10_000 }, (_, i) => `Lock ${i} was opened.[${i + 1}]`).join('\n\n')
  const { markers, warnings } = await readDocument(bytes(text), { name: 'a.txt' })
  expect(markers).toHaveLength(10_000)
  expect(warnings.filter(({ rule }) => rule === 'note-missing')).toHaveLength(10_000)
})

test('an unreadable file is refused in one sentence', async () => {
  await expect(readDocument(new Uint8Array(), { name: 'a.txt' })).rejects.toThrow(Invalid)
})

const seed = `${projectRoot}/../shared/seeds/000_6691c3246dd5b83f.txt`
describe.skipIf(!existsSync(seed))('the report that the project was made for', () => {
  let read: ReadDocument | undefined
  beforeAll(async () => {
    read = await readDocument(readFileSync(seed), { name: 'seed.txt' })
  })

  test('has 70 markers in order and 57 notes, and 13 labels have no note', () => {
    expect(read?.markers.map(({ label }) => Number(label))).toEqual(
      Array.from({ length: 70 }, (_, i) => i + 1),
    )
    expect(read?.notes).toHaveLength(57)
    const missing = read?.markers.filter(({ note }) => note === null).map(({ label }) => Number(label))
    expect(missing).toEqual([1, 5, 27, 28, 29, 30, 31, 33, 40, 48, 64, 66, 69])
    expect(read?.warnings.filter(({ rule }) => rule === 'note-uncalled')).toEqual([])
  })

  test('keeps both paragraphs of note 60 and nothing of the page round the text', () => {
    const note = read?.notes.find(({ label }) => label === '60')
    expect(read?.text.slice(note?.start, note?.end).split('\n')).toHaveLength(2)
    expect(read?.text).not.toContain('Share this')
  })

  test('has a table of contents of twelve lines, a note on its authors and no claim in either', () => {
    const roles = read?.blocks.filter(({ role }) => role === 'contents' || role === 'author-note') ?? []
    expect(roles).toHaveLength(13)
    const inside = read?.claims.filter((claim) =>
      roles.some(({ start, end }) => claim.start >= start && claim.end <= end),
    )
    expect(inside).toEqual([])
  })
})

describe('a file that is too large', () => {
  test('is refused in words that say what to do', async () => {
    const large = Buffer.alloc(21 * 1024 * 1024, 'The ferry sailed at noon. ')
    await expect(readDocument(large, { name: 'large.txt' })).rejects.toThrow('divide it')
  })
})
