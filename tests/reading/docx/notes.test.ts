import { describe, expect, test } from 'vitest'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { docx, endnoteCall, field, footnoteCall, note, p, r, type DocxParts } from '../../support/docx.ts'

const read = (parts: DocxParts | string): Promise<ReadDocument> =>
  readDocument(docx(parts), { name: 'report.docx' })

/** Each marker with the words before it and its note: "harbour[1] -> footnote: Port book." */
const links = ({ text, markers, notes }: ReadDocument): string[] =>
  markers.map(({ start, end, note: index }) => {
    const before = /\S*$/.exec(text.slice(0, start))?.[0] ?? ''
    const found = index === null ? null : notes[index]
    return `${before}${text.slice(start, end)} -> ${found ? `${found.kind}: ${text.slice(found.start, found.end)}` : 'none'}`
  })

const footnotes = (...words: string[]): string =>
  words.map((each, i) => note('footnote', i + 1, each)).join('')

const sectionEnd = (restart: string, format = 'decimal'): string =>
  `<w:sectPr><w:footnotePr><w:numFmt w:val="${format}"/><w:numRestart w:val="${restart}"/></w:footnotePr></w:sectPr>`

describe('notes of a Word file', () => {
  test('footnotes and endnotes are kept apart, each with its own numbers', async () => {
    const document = await read({
      body: p(`${r('The quay')}${footnoteCall(2)}${r(' and the pier')}${endnoteCall(2)}${r(' stand.')}`),
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('<w:r><w:separator/></w:r>')}</w:footnote>${note('footnote', 2, 'Port book.')}`,
      endnotes: note('endnote', 2, 'Harbour roll.'),
    })
    expect(links(document)).toEqual(['quay[1] -> footnote: Port book.', 'pier[i] -> endnote: Harbour roll.'])
    expect(document.text).toBe('The quay[1] and the pier[i] stand.\n\n[1] Port book.\n\n[i] Harbour roll.')
  })

  test('a custom mark stands as the writer put it, counts nothing and is no part of the note', async () => {
    const document = await read({
      body: p(
        `${r('Old')}<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>†</w:t></w:r>${r(' and new')}${footnoteCall(2)}`,
      ),
      footnotes: `<w:footnote w:id="1">${p(`${r('†', '<w:vertAlign w:val="superscript"/>')}${r(' Said twice.')}`)}</w:footnote>${note('footnote', 2, 'Said once.')}`,
    })
    expect(links(document)).toEqual(['Old[†] -> footnote: Said twice.', 'new[1] -> footnote: Said once.'])
  })

  test('numbers begin anew with each section, in the format of the section', async () => {
    const document = await read({
      body: [
        p(`${r('one')}${footnoteCall(1)}`),
        p(`${r('two')}${footnoteCall(2)}`, sectionEnd('eachSect', 'lowerLetter')),
        p(`${r('three')}${footnoteCall(3)}`),
        sectionEnd('eachSect', 'upperRoman'),
      ].join(''),
      footnotes: footnotes('First.', 'Second.', 'Third.'),
    })
    expect(links(document)).toEqual([
      'one[a] -> footnote: First.',
      'two[b] -> footnote: Second.',
      'three[I] -> footnote: Third.',
    ])
  })

  test('numbers begin anew on each page that Word noted', async () => {
    const document = await read({
      body:
        p(`${r('one')}${footnoteCall(1)}`) +
        p(`<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>${footnoteCall(2)}`),
      footnotes: footnotes('First.', 'Second.'),
      settings: '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
    })
    expect(document.markers.map(({ label }) => label)).toEqual(['1', '1'])
    expect(document.markers.map((marker) => marker.note)).toEqual([0, 1])
    expect(document.warnings).toEqual([])
  })

  test('numbers by page run through, with a warning, where the file knows no pages', async () => {
    const document = await read({
      body: p(`${r('one')}${footnoteCall(1)}`) + p(`${r('two')}${footnoteCall(2)}`),
      footnotes: footnotes('First.', 'Second.'),
      settings: '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
    })
    expect(document.markers.map(({ label }) => label)).toEqual(['1', '2'])
    expect(document.warnings.map(({ rule }) => rule)).toEqual(['note-numbers-guessed'])
  })

  test('the settings give the format of all sections, the signs of the Chicago manual among them', async () => {
    const document = await read({
      body: p([1, 2, 3, 4, 5].map((id) => `${r(`w${id}`)}${footnoteCall(id)}`).join('')),
      footnotes: footnotes('a.', 'b.', 'c.', 'd.', 'e.'),
      settings: '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>',
    })
    expect(document.markers.map(({ label }) => label)).toEqual(['*', '†', '‡', '§', '**'])
  })

  test('notes called in tables and in text boxes are linked, a text box once', async () => {
    const box = (call: string): string => `<w:txbxContent>${p(`${r('Boxed')}${call}`)}</w:txbxContent>`
    const document = await read({
      body: [
        `<w:tbl><w:tr><w:tc>${p(`${r('Cell')}${footnoteCall(1)}`)}</w:tc><w:tc>${p('Other')}</w:tc></w:tr></w:tbl>`,
        p(
          `${r('Host')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box(footnoteCall(2))}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(footnoteCall(2))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' ends.')}`,
        ),
      ].join(''),
      footnotes: footnotes('Of the cell.', 'Of the box.'),
    })
    expect(links(document)).toEqual([
      'Cell[1] -> footnote: Of the cell.',
      'Boxed[2] -> footnote: Of the box.',
    ])
    expect(document.text).toContain('Other\n\nHost ends.\n\nBoxed[2]\n\n')
  })

  test('a note may have several paragraphs, and a field calls a note again', async () => {
    const document = await read({
      body: p(
        `<w:bookmarkStart w:id="7" w:name="_Ref1"/>${footnoteCall(1)}<w:bookmarkEnd w:id="7"/>${r(' once, again')}${field(' NOTEREF _Ref1 \\f \\h ', r('1'))}`,
      ),
      footnotes: `<w:footnote w:id="1">${p('<w:r><w:footnoteRef/></w:r>' + r(' Begins'))}${p('goes on.')}</w:footnote>`,
    })
    expect(links(document)).toEqual([
      '[1] -> footnote: Begins\ngoes on.',
      'again[1] -> footnote: Begins\ngoes on.',
    ])
  })

  test('a marker without its note is a warning, and a note that nothing calls is counted', async () => {
    const document = await read({
      body: p(`${r('lost')}${footnoteCall(9)}`),
      footnotes: footnotes('Never called.'),
    })
    expect(links(document)).toEqual(['lost[1] -> none'])
    expect(document.warnings.map(({ rule }) => rule).sort()).toEqual(['note-missing', 'notes-not-called'])
  })

  test('notes typed by hand are linked by their raised numbers', async () => {
    const raised = (label: string): string => r(label, '<w:vertAlign w:val="superscript"/>')
    const document = await read(
      p(`${r('The lock was sold.')}${raised('1')}${r(' Nobody knew.')}${raised('2')}`) +
        p('Notes', '<w:outlineLvl w:val="0"/>') +
        p(`${raised('1')}${r(' Deed of sale.')}`) +
        p(`${raised('2')}${r(' A letter.')}`),
    )
    expect(document.markers.map(({ label, note: index }) => [label, index])).toEqual([
      ['1', 0],
      ['2', 1],
    ])
    expect(document.notes.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Deed of sale.',
      'A letter.',
    ])
  })
})

describe('comments of a Word file', () => {
  const comment = (id: number, name: string, words: string): string =>
    `<w:comment w:id="${id}" w:author="A">${words === '' ? '<w:p/>' : `<w:p w14:paraId="${name}"><w:r><w:annotationRef/></w:r>${r(words)}</w:p>`}</w:comment>`
  const commented = (words: string, ...ids: number[]): string =>
    ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
    r(words) +
    ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('')

  test('become annotations at the end of their words, answers in the same note', async () => {
    const document = await read({
      body: p(
        `${commented('Ten ships', 0, 1)}${r(' sank')}${footnoteCall(1)}${r(' in ')}${commented('May', 2)}${r('.')}`,
      ),
      footnotes: footnotes('Log.'),
      comments: comment(0, 'AA', 'Source?') + comment(1, 'BB', 'See the log.') + comment(2, 'CC', 'Or June'),
      commentsExtended: '<w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>',
    })
    expect(links(document)).toEqual([
      'ships[a1] -> annotation: Source?\nSee the log.',
      'sank[1] -> footnote: Log.',
      'May[a2] -> annotation: Or June',
    ])
  })

  test('that say nothing are no notes', async () => {
    const document = await read({ body: p(commented('Word', 0)), comments: comment(0, 'AA', '') })
    expect(document.markers).toEqual([])
    expect(document.warnings).toEqual([])
  })
})
