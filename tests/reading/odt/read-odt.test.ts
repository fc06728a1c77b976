import { describe, expect, test } from 'vitest'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { readOdt } from '../../../src/reading/odt/read-odt.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { odt, odtNote, para, type OdtParts } from '../../support/odt.ts'

const read = (parts: OdtParts | string): Promise<ReadDocument> =>
  readDocument(odt(parts), { name: 'report.odt' })

const shapes = (parts: OdtParts | string): string[] =>
  readOdt(odt(parts)).blocks.map(
    ({ kind, level, ordinal, role, text }) =>
      `${[kind, level, ordinal === undefined ? undefined : `#${ordinal}`, role].filter((each) => each !== undefined).join(' ')}: ${text}`,
  )

const style = (name: string, content: string, more = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" ${more}>${content}</style:style>`

describe('notes of an OpenDocument text', () => {
  test('are linked with the labels that the file shows, footnotes and endnotes apart', async () => {
    const document = await read(
      para(
        `The quay${odtNote('footnote', '1', 'Port book.')} and the pier${odtNote('endnote', 'i', 'Roll.')} stand${odtNote('footnote', '*', 'Said twice.', true)}.`,
      ),
    )
    expect(document.text).toBe(
      'The quay[1] and the pier[i] stand[*].\n\n[1] Port book.\n\n[*] Said twice.\n\n[i] Roll.',
    )
    expect(document.notes.map(({ kind }) => kind)).toEqual(['footnote', 'footnote', 'endnote'])
    expect(document.markers.map(({ note }) => note)).toEqual([0, 2, 1])
    expect(document.warnings).toEqual([])
  })

  test('are read in tables and in boxes too', async () => {
    const document = await read(
      `<table:table><table:table-row><table:table-cell>${para(`Cell${odtNote('footnote', '1', 'Of it.')}`)}</table:table-cell><table:table-cell>${para('Other')}</table:table-cell></table:table-row></table:table>${para(`Host<draw:frame><draw:text-box>${para(`Box${odtNote('footnote', '2', 'Of the box.')}`)}</draw:text-box></draw:frame> ends.`)}`,
    )
    expect(document.text).toBe('Cell[1]\n\nOther\n\nHost ends.\n\nBox[2]\n\n[1] Of it.\n\n[2] Of the box.')
  })

  test('of comments stand at the end of their words, answers in the same note, silent ones nowhere', async () => {
    const comment = (name: string, words: string, more = ''): string =>
      `<office:annotation office:name="${name}" ${more}><dc:creator>A. Reader</dc:creator><dc:date>2020-01-02</dc:date>${para(words)}</office:annotation>`
    const document = await read(
      para(
        `${comment('c1', 'Source?')}Ten ships<office:annotation-end office:name="c1"/>${comment('c2', 'The log.', 'loext:parent-name="c1"')} sank${comment('c3', 'When?')}.${comment('c4', '')}`,
      ),
    )
    expect(document.text).toBe('Ten ships[a1] sank[a2].\n\n[a1] Source?\nThe log.\n\n[a2] When?')
    expect(document.notes.map(({ kind }) => kind)).toEqual(['annotation', 'annotation'])
  })
})

describe('paragraphs of an OpenDocument text', () => {
  test('are headings, quotations, captions and list items by their elements and styles', () => {
    const item = (words: string, inner = ''): string =>
      `<text:list-item>${para(words)}${inner}</text:list-item>`
    expect(
      shapes({
        body: [
          para('The ferry', 'P1'),
          '<text:h text:outline-level="2"><text:number>1.</text:number>Part</text:h>',
          para('She said so.', 'Quotations'),
          para('A quay', 'Illustration'),
          `<text:list text:style-name="L1">${item('one', `<text:list>${item('below')}</text:list>`)}${item('two')}</text:list>`,
          `<text:list text:style-name="L1" text:continue-numbering="true">${item('three')}</text:list>`,
          `<text:list text:style-name="L2">${item('bullet')}</text:list>`,
        ].join(''),
        automatic: `${style('P1', '', 'style:parent-style-name="Title"')}<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>`,
        styles: style('Title', '') + style('Quotations', '') + style('Illustration', ''),
      }),
    ).toEqual([
      'heading 1: The ferry',
      'heading 2: Part',
      'quotation: She said so.',
      'caption: A quay',
      'list-item 1 #1: one',
      'list-item 2 #1.a: below',
      'list-item 1 #2: two',
      'list-item 1 #3: three',
      'list-item 1: bullet',
    ])
  })

  test('with styles that inherit from each other in a circle are read', () => {
    const styles =
      style('A', '', 'style:parent-style-name="B"') + style('B', '', 'style:parent-style-name="A"')
    expect(shapes({ body: para('Words.', 'A'), styles })).toEqual(['paragraph: Words.'])
  })

  test('of a table of contents are marked as such; its templates are no text', () => {
    expect(
      shapes(
        `<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body>${para('Part one 3')}</text:index-body></text:table-of-content>`,
      ),
    ).toEqual(['list-item 1 contents: Part one 3'])
  })
})

describe('text of an OpenDocument text', () => {
  test('keeps spaces, links and citations, and counts pages', () => {
    const name = `ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: [{ itemData: { type: 'book', title: 'Salt' } }] })} RNDx`
    const quoted = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    const { blocks } = readOdt(
      odt(
        para(
          `See<text:s text:c="2"/><text:a xlink:href="https://a.example/">site</text:a><text:soft-page-break/> and <text:reference-mark-start text:name="${quoted}"/>(Salt)<text:reference-mark-end text:name="${quoted}"/>`,
        ),
      ),
    )
    expect(blocks[0]?.text).toBe('See site and (Salt)')
    expect(blocks[0]?.marks).toEqual([
      { kind: 'page', number: 1, start: 0, end: 0 },
      { kind: 'link', href: 'https://a.example/', start: 4, end: 8 },
      { kind: 'page', number: 2, start: 8, end: 8 },
      { kind: 'citation', items: [{ type: 'book', title: 'Salt' }], start: 13, end: 19 },
    ])
  })

  test('leaves deleted and hidden text and pictures out, with warnings', () => {
    const flow = readOdt(
      odt({
        body: `<text:tracked-changes><text:changed-region text:id="c"><text:deletion>${para('gone')}</text:deletion></text:changed-region></text:tracked-changes>${para('Stays<text:change text:change-id="c"/><text:span text:style-name="T1"> unseen</text:span><draw:frame><draw:object xlink:href="./Object 1"/><draw:image/><svg:desc>words</svg:desc></draw:frame>.')}`,
        automatic:
          '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
        manifest:
          '<m:file-entry m:full-path="Object 1/" m:media-type="application/vnd.oasis.opendocument.formula"/>',
      }),
    )
    expect(flow.blocks.map(({ text }) => text)).toEqual(['Stays.'])
    expect(flow.warnings.map(({ rule }) => rule)).toEqual([
      'hidden-text-lost',
      'equation-lost',
      'tracked-changes',
    ])
  })

  test('marks raised text, so that notes typed by hand are found', () => {
    const { blocks } = readOdt(
      odt({
        body: para('Sold<text:span text:style-name="T1">1</text:span>.'),
        automatic:
          '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
      }),
    )
    expect(blocks[0]?.marks).toEqual([{ kind: 'raised', start: 4, end: 5 }])
  })

  test('has a language by most of its text, that of Arabic words too', () => {
    const styles =
      '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB" style:language-complex="ar" style:country-complex="SY"/></style:default-style>'
    expect(readOdt(odt({ body: para('قال الوزير إن السفينة غرقت'), styles })).language).toBe('ar-SY')
    expect(readOdt(odt({ body: para('The minister said so'), styles })).language).toBe('en-GB')
  })

  test('behind a password is refused with advice', () => {
    const manifest =
      '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"><m:encryption-data/></m:file-entry>'
    expect(() => readOdt(odt({ body: para('x'), manifest }))).toThrow(/password/)
  })
})
