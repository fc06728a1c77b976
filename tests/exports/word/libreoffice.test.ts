import { describe, expect, test } from 'vitest'
import { annotateWord } from '../../../src/exports/word/annotate-word.ts'
import { newWordDocument } from '../../../src/exports/word/new-document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { converted, hasLibreOffice, WITHOUT_LIBREOFFICE } from '../../support/libreoffice.ts'

const REPORT = `# The ferry

The ferry sank in 1911.[^1] Some 240 people drowned, said the harbour master.[^2]

[^1]: Harbour book, page 3.

[^2]: Log of the pilot.
`
const AT = new Date('2026-03-04T05:06:07Z')

describe.skipIf(!hasLibreOffice)(`LibreOffice opens what goes back to Word ${WITHOUT_LIBREOFFICE}`, () => {
  test('and finds the comments, the changes and the notes', async () => {
    const bytes = newWordDocument(await readDocument(Buffer.from(REPORT), { name: 'ferry.md' }))
    const draft = await readDocument(bytes, { name: 'ferry.docx' })
    const at = (words: string) => ({
      start: draft.text.indexOf(words),
      end: draft.text.indexOf(words) + words.length,
    })
    const { bytes: annotated } = annotateWord(
      bytes,
      draft,
      [{ ...at('sank in 1911'), author: 'Ada Reeve', at: AT, text: 'Or 1912?' }],
      [{ ...at('Some 240 people'), author: 'Ben Ivory', at: AT, words: 'Some 241 people' }],
    )
    const xml = converted(annotated, 'docx', 'fodt').toString('utf8')
    const annotation = /<office:annotation .*?<\/office:annotation>/s.exec(xml)?.[0] ?? ''
    expect(annotation).toContain('<dc:creator>Ada Reeve</dc:creator>')
    expect(annotation.replace(/<[^>]+>/g, ' ')).toContain('Or 1912?')
    const changes = [...xml.matchAll(/<text:changed-region .*?<\/text:changed-region>/gs)].map(
      ([region]) => region,
    )
    for (const kind of ['deletion', 'insertion'])
      expect(
        changes.some((region) => region.includes(`<text:${kind}>`) && region.includes('Ben Ivory')),
      ).toBe(true)
    expect(xml).toMatch(/<text:change-start [^>]*>240<text:change-end /)
    expect(xml.match(/<text:note [^>]*text:note-class="footnote"/g)).toHaveLength(2)
  })

  test('and what it saves reads the same to us', async () => {
    const bytes = newWordDocument(await readDocument(Buffer.from(REPORT), { name: 'ferry.md' }))
    const draft = await readDocument(bytes, { name: 'ferry.docx' })
    const again = await readDocument(converted(bytes, 'docx', 'docx:MS Word 2007 XML'), {
      name: 'ferry.docx',
    })
    expect(again.text).toBe(draft.text)
    expect(again.notes.map(({ label, kind }) => [label, kind])).toEqual([
      ['1', 'footnote'],
      ['2', 'footnote'],
    ])
    expect(again.claims.map(({ quote }) => quote)).toEqual(draft.claims.map(({ quote }) => quote))
  })
})
