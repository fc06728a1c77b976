import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { newWordDocument } from '../../../src/exports/word/new-document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'

const REPORT = `# The ferry

The ferry sank in 1911.[^1] Nobody drowned, said the harbour & its master \\<him>.[^log] It was raised later.[^1]

> The crew were asleep.

- One lifeboat was missing.

It had no licence.[9]

[^1]: Harbour book, page 3.

    Its second volume.

[^log]: Log of the pilot.
`

async function partsOf(markdown: string): Promise<Record<string, string>> {
  const read = await readDocument(Buffer.from(markdown), { name: 'ferry.md' })
  const files = unzipSync(newWordDocument(read))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const wordsOf = (xml = ''): string => xml.replaceAll('</w:p>', '\n').replace(/<[^>]+>/g, '')

test('a note is a real footnote, with all its paragraphs', async () => {
  const parts = await partsOf(REPORT)
  expect(parts['word/document.xml']).toContain('<w:footnoteReference w:customMarkFollows="1" w:id="1"/>')
  expect(wordsOf(parts['word/footnotes.xml'])).toContain('1 Harbour book, page 3.\nIts second volume.\n')
})

test('a note that is called again is referred to, not written twice', async () => {
  const parts = await partsOf(REPORT)
  expect(parts['word/document.xml']?.match(/w:footnoteReference /g)).toHaveLength(2)
  expect(parts['word/document.xml']).toMatch(/w:bookmarkStart[^>]*w:name="_Ref_footnotes_1"/)
  expect(parts['word/document.xml']).toContain('NOTEREF _Ref_footnotes_1 ')
})

test('Word counts by itself where its numbers are the labels', async () => {
  const parts = await partsOf('A ferry.[^1] A mill.[^2]\n\n[^1]: One.\n\n[^2]: Two.\n')
  expect(parts['word/document.xml']).not.toContain('customMarkFollows')
  expect(parts['word/footnotes.xml']?.match(/<w:footnoteRef\/>/g)).toHaveLength(2)
})

test('every block keeps its form, and signs that XML reserves are safe', async () => {
  const xml = (await partsOf(REPORT))['word/document.xml'] ?? ''
  for (const style of ['Heading1', 'Quote', 'ListParagraph'])
    expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
  expect(xml).toContain('the harbour &amp; its master &lt;him&gt;.')
})

test('a marker without a note stays in the words, and a note without a marker stands at the end', async () => {
  const parts = await partsOf('A ferry.[^1] A mill.[9]\n\n[^1]: One.\n\n[^2]: Nobody calls me.\n')
  expect(wordsOf(parts['word/document.xml'])).toContain('A mill.[9]\n')
  expect(wordsOf(parts['word/document.xml']).trimEnd()).toMatch(/\[2\] Nobody calls me\.$/)
})

test('the same draft gives the same bytes', async () => {
  const read = await readDocument(Buffer.from(REPORT), { name: 'ferry.md' })
  expect(newWordDocument(read)).toEqual(newWordDocument(read))
})

test('Arabic paragraphs run from right to left', async () => {
  const xml = (await partsOf('غرقت العبارة في عام 1911.\n\nThe ferry sank.\n'))['word/document.xml'] ?? ''
  expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1)
  expect(xml).toContain('<w:rtl/>')
})
