import { describe, expect, test } from 'vitest'
import type { CslItem } from '../../../src/reading/document.ts'
import { citeNotes } from '../../../src/reading/citations/cite-notes.ts'
import { layOut } from '../../../src/reading/layout.ts'
import { linkByLabel } from '../../../src/reading/notes/link-by-label.ts'
import { linkByStructure } from '../../../src/reading/notes/link-by-structure.ts'
import { readFlow } from '../../../src/reading/read-flow.ts'

const notesOf = async (body: string, type: 'markdown' | 'html') => {
  const laid = layOut(linkByLabel(linkByStructure(await readFlow(new TextEncoder().encode(body), type))))
  return citeNotes(laid.text, laid.notes).notes
}
const csl = async (note: string, type: 'markdown' | 'html' = 'markdown') => {
  const notes = await notesOf(type === 'markdown' ? `The dues rose.[^1]\n\n[^1]: ${note}\n` : note, type)
  return notes[0]?.citations.map((citation) => citation.csl)
}

describe('links in notes', () => {
  test('the target of a linked outlet is the address of its citation', async () => {
    expect(await csl('[Harbour Gazette](https://gazette.example/a/7), May 4, 2021.')).toMatchObject([
      { 'container-title': 'Harbour Gazette', URL: 'https://gazette.example/a/7' },
    ])
  })

  test('each of several works has its own', async () => {
    const found = await csl(
      '[Gazette](https://gazette.example/a), May 4, 2021; [Herald](https://herald.example/b), May 5, 2021.',
    )
    expect(found?.map(({ URL }) => URL)).toEqual(['https://gazette.example/a', 'https://herald.example/b'])
  })

  test('a linked title keeps its words', async () => {
    expect(await csl('“[Why Tides Turn](https://river.example/t)”, River News, May 4, 2021.')).toMatchObject([
      { title: 'Why Tides Turn', 'container-title': 'River News', URL: 'https://river.example/t' },
    ])
  })

  test('a link in HTML counts too, and one to a DOI gives the DOI', async () => {
    const page = `<p>The dues rose.<a id="r" href="#n">1</a></p><ol><li id="n">Herald, <a href="https://doi.org/10.5555/Tides">May 5, 2021</a>. <a href="#r">↩</a></li></ol>`
    expect(await csl(page, 'html')).toMatchObject([{ DOI: '10.5555/tides', 'container-title': 'Herald' }])
  })

  test('a printed address that breaks off goes on where the link leads, another site’s stays', async () => {
    expect(
      await csl('Herald, May 5, 2021, [https://herald.example/a…](https://herald.example/a/b/c)'),
    ).toMatchObject([{ URL: 'https://herald.example/a/b/c' }])
    expect(
      await csl('Herald, May 5, 2021, [https://herald.example/a](https://shortener.example/x)'),
    ).toMatchObject([{ URL: 'https://herald.example/a' }])
  })

  test('a link in prose, or alone, is a citation of its own', async () => {
    expect(
      await csl('The tables [were kept](https://board.example/t) by the board, and nobody read them.'),
    ).toEqual([{ type: 'webpage', URL: 'https://board.example/t' }])
    expect(await csl('[Who Pays The Pilots Now](https://board.example/t)')).toEqual([
      { type: 'webpage', title: 'Who Pays The Pilots Now', URL: 'https://board.example/t' },
    ])
  })

  test('links that lead to no web page say nothing', async () => {
    expect(await csl('Herald, [May 5](/wiki/May), 2021. [Write](mailto:a@herald.example).')).toEqual([
      { type: 'article-newspaper', 'container-title': 'Herald', issued: { 'date-parts': [[2021, 5, 5]] } },
    ])
  })

  test('the document’s own notes carry no links beside their citations', async () => {
    const notes = await notesOf('It rose.[^1]\n\n[^1]: [Gazette](https://g.example/a)\n', 'markdown')
    expect(Object.keys(notes[0] ?? {}).sort()).toEqual(['citations', 'end', 'kind', 'label', 'start'])
  })
})

describe('fields of reference managers', () => {
  const text = 'See (Boer 2014; Tamm 2015), and Harbour Gazette, May 4, 2021.'
  const field = { start: text.indexOf('('), end: text.indexOf(')') + 1 }
  const works: CslItem[] = [
    { type: 'book', title: 'Harbour dues' },
    { type: 'book', title: 'Low water' },
  ]
  test('their data win over the words, and the words beside them are read as ever', () => {
    const found =
      citeNotes(text, [
        { label: '1', kind: 'footnote', start: 0, end: text.length, fields: [{ ...field, items: works }] },
      ]).notes[0]?.citations ?? []
    expect(found.map(({ csl }) => csl.title ?? csl['container-title'])).toEqual([
      'Harbour dues',
      'Low water',
      'Harbour Gazette',
    ])
    expect(text.slice(found[1]?.start, found[1]?.end)).toBe('Tamm 2015)')
  })

  test('a field without data takes nothing away', () => {
    const plain = 'Quoted in Harbour Gazette, May 4, 2021.'
    const note = { label: '1', kind: 'footnote', start: 0, end: plain.length } as const
    const fields = [{ start: 10, end: plain.length, items: [] }]
    expect(citeNotes(plain, [{ ...note, fields }])).toEqual(citeNotes(plain, [note]))
    expect(citeNotes(plain, [note]).notes[0]?.citations).toHaveLength(1)
  })
})
