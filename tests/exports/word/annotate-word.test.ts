import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { annotateWord, type CommentOnWords } from '../../../src/exports/word/annotate-word.ts'
import { newWordDocument } from '../../../src/exports/word/new-document.ts'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'

const REPORT = `# The ferry

The ferry sank in 1911 off Hook & Point.[^1] Some 240 people drowned, said the harbour master.[^2]

It was raised later.

[^1]: Harbour book, page 3.

[^2]: Log of the pilot.
`
const AT = new Date('2026-03-04T05:06:07.890Z')

async function wordFile(markdown = REPORT): Promise<{ bytes: Uint8Array; draft: ReadDocument }> {
  const bytes = newWordDocument(await readDocument(Buffer.from(markdown), { name: 'ferry.md' }))
  return { bytes, draft: await readDocument(bytes, { name: 'ferry.docx' }) }
}

function spanOf({ text }: ReadDocument, words: string): { start: number; end: number } {
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

const partOf = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())
const bodyOf = (bytes: Uint8Array): string => partOf(bytes, 'word/document.xml')
const commentOn = (draft: ReadDocument, words: string, text: string): CommentOnWords => ({
  ...spanOf(draft, words),
  author: 'Ada Reeve',
  at: AT,
  text,
})

describe('a comment', () => {
  test('stands on its words, with who and when', async () => {
    const { bytes, draft } = await wordFile()
    const { bytes: done } = annotateWord(bytes, draft, [commentOn(draft, '240 people', 'Or 241?')], [])
    const inRange = /<w:commentRangeStart w:id="0"\/>(.*)<w:commentRangeEnd w:id="0"\/>/.exec(
      bodyOf(done),
    )?.[1]
    expect(inRange?.replace(/<[^>]+>/g, '')).toBe('240 people')
    expect(partOf(done, 'word/stet-comments.xml')).toContain(
      '<w:comment w:id="0" w:author="Ada Reeve" w:initials="AR" w:date="2026-03-04T05:06:07Z">',
    )
  })

  test('comes back as an annotation of the words when the file is read again', async () => {
    const { bytes, draft } = await wordFile()
    const { bytes: done } = annotateWord(bytes, draft, [commentOn(draft, 'raised later', 'By whom?')], [])
    const again = await readDocument(done, { name: 'ferry.docx' })
    const annotation = again.notes.find(({ kind }) => kind === 'annotation')
    expect(again.text.slice(annotation?.start, annotation?.end)).toBe('By whom?')
    const marker = again.markers.at(-1)
    expect(again.text.slice(0, marker?.start)).toMatch(/It was raised later$/)
  })

  test('goes over several blocks and over notes, and may overlap another', async () => {
    const { bytes, draft } = await wordFile()
    const long = { ...spanOf(draft, 'Some 240'), end: spanOf(draft, 'raised').end }
    const { bytes: done, unplaced } = annotateWord(
      bytes,
      draft,
      [{ ...commentOn(draft, 'Some', 'All of it?'), ...long }, commentOn(draft, 'drowned', 'Died?')],
      [],
    )
    expect(unplaced).toEqual([])
    expect(bodyOf(done).match(/commentRangeStart/g)).toHaveLength(2)
    expect((await readDocument(done, { name: 'x.docx' })).markers).toHaveLength(4)
  })

  test('is added to those that the file has', async () => {
    const { bytes, draft } = await wordFile()
    const once = annotateWord(bytes, draft, [commentOn(draft, '240', 'First.')], []).bytes
    const draftOnce = await readDocument(once, { name: 'ferry.docx' })
    const twice = annotateWord(once, draftOnce, [commentOn(draftOnce, 'raised', 'Second.')], []).bytes
    const comments = partOf(twice, 'word/stet-comments.xml')
    expect([...comments.matchAll(/w:id="(\d)"/g)].map(([, id]) => id)).toEqual(['0', '1'])
  })
})

describe('a fix', () => {
  const fix = (draft: ReadDocument, words: string, proposed: string) => ({
    ...spanOf(draft, words),
    author: 'Ada Reeve',
    at: AT,
    words: proposed,
  })

  test('is a tracked change of the words that differ, and reads as accepted', async () => {
    const { bytes, draft } = await wordFile()
    const { bytes: done } = annotateWord(
      bytes,
      draft,
      [],
      [fix(draft, 'Some 240 people drowned', 'Some 241 people drowned')],
    )
    const body = bodyOf(done)
    expect(/<w:del [^>]*w:author="Ada Reeve"[^>]*>.*?<\/w:del>/.exec(body)?.[0].replace(/<[^>]+>/g, '')).toBe(
      '240',
    )
    expect(/<w:ins [^>]*>.*?<\/w:ins>/.exec(body)?.[0].replace(/<[^>]+>/g, '')).toBe('241')
    const again = await readDocument(done, { name: 'ferry.docx' })
    expect(again.text).toBe(draft.text.replace('240', '241'))
  })

  test('that only adds or only takes words away is one too', async () => {
    const { bytes, draft } = await wordFile()
    const { bytes: done } = annotateWord(
      bytes,
      draft,
      [],
      [fix(draft, 'was raised later', 'was raised'), fix(draft, 'The ferry sank', 'The old ferry sank')],
    )
    const again = await readDocument(done, { name: 'ferry.docx' })
    expect(again.text).toContain('The old ferry sank in 1911')
    expect(again.text).toContain('It was raised.')
  })

  test('leaves the notes in its words alone', async () => {
    const { bytes, draft } = await wordFile()
    const { bytes: done } = annotateWord(
      bytes,
      draft,
      [],
      [fix(draft, 'Hook & Point.[1] Some 240', 'Hook Point. About 240')],
    )
    const again = await readDocument(done, { name: 'ferry.docx' })
    expect(again.text).toContain('Hook Point.[1] About 240')
    expect(again.notes).toHaveLength(2)
  })

  test('on words that another fix takes is a comment', async () => {
    const { bytes, draft } = await wordFile()
    const done = annotateWord(bytes, draft, [], [fix(draft, '240', '241'), fix(draft, '240', '242')])
    expect(bodyOf(done.bytes).match(/<w:del /g)).toHaveLength(1)
    expect(partOf(done.bytes, 'word/stet-comments.xml')).toContain('Proposed: “242”')
  })
})

test('what nobody touches stays as it is, to the byte', async () => {
  const { bytes, draft } = await wordFile()
  const before = unzipSync(bytes)
  const after = unzipSync(annotateWord(bytes, draft, [commentOn(draft, '240', 'Sure?')], []).bytes)
  for (const path of ['word/styles.xml', 'word/footnotes.xml', 'docProps/core.xml', 'word/numbering.xml'])
    expect(after[path]).toEqual(before[path])
})

test('words that stand elsewhere in the file by now are found by what is around them', async () => {
  const { bytes, draft } = await wordFile()
  const older = { ...draft, text: `An older reading of it.\n\n${draft.text}` }
  const { bytes: done, unplaced } = annotateWord(
    bytes,
    older,
    [commentOn(older, '240 people', 'Or 241?')],
    [],
  )
  expect(unplaced).toEqual([])
  expect(bodyOf(done)).toContain('commentRangeStart')
})

test('words that cannot be found are never put on others: the comment stands at the top and quotes them', async () => {
  const { bytes, draft } = await wordFile()
  const other = { ...draft, text: 'Nobody wrote this sentence.' }
  const { bytes: done, unplaced } = annotateWord(
    bytes,
    other,
    [commentOn(other, 'this sentence', 'Why?')],
    [],
  )
  expect(unplaced).toHaveLength(1)
  expect(partOf(done, 'word/stet-comments.xml')).toContain('On “this sentence”: Why?')
})
