import { describe, expect, test } from 'vitest'
import type { FlowBlock } from '../../../src/reading/flow.ts'
import { readDocx } from '../../../src/reading/docx/read-docx.ts'
import { docx, field, NAMESPACES, p, r, type DocxParts } from '../../support/docx.ts'

const blocks = (parts: DocxParts | string): readonly FlowBlock[] => readDocx(docx(parts)).blocks

/** "heading 2: Words", one a block. */
const shapes = (parts: DocxParts | string): string[] =>
  blocks(parts).map(
    ({ kind, level, ordinal, role, text }) =>
      [kind, level, ordinal === undefined ? undefined : `#${ordinal}`, role]
        .filter((each) => each !== undefined)
        .join(' ') + `: ${text}`,
  )
const rules = (parts: DocxParts | string): string[] => readDocx(docx(parts)).warnings.map(({ rule }) => rule)

const style = (id: string, name: string, content = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`
const basedOn = (id: string): string => `<w:basedOn w:val="${id}"/>`
const styled = (id: string, words: string): string => p(words, `<w:pStyle w:val="${id}"/>`)

describe('paragraphs of a Word file', () => {
  test('are headings by the name of their style, by its outline level, by what it inherits, and by their own level', () => {
    expect(
      shapes({
        body: [
          styled('Name', 'By name'),
          styled('Level', 'By level'),
          styled('Child', 'Inherited'),
          styled('Out', 'Taken back'),
          p('Own', '<w:outlineLvl w:val="3"/>'),
        ].join(''),
        styles: [
          style('Name', 'heading 2'),
          style('Level', 'Chapter', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
          style('Child', 'My own', basedOn('Name')),
          style('Out', 'Body of it', `${basedOn('Name')}<w:pPr><w:outlineLvl w:val="9"/></w:pPr>`),
        ].join(''),
      }),
    ).toEqual([
      'heading 2: By name',
      'heading 1: By level',
      'heading 2: Inherited',
      'paragraph: Taken back',
      'heading 4: Own',
    ])
  })

  test('with styles that inherit from each other in a circle are read', () => {
    const styles =
      style('A', 'a', basedOn('B')) + style('B', 'b', basedOn('A')) + style('C', 'c', basedOn('C'))
    expect(shapes({ body: styled('A', 'One') + styled('C', 'Two'), styles })).toEqual([
      'paragraph: One',
      'paragraph: Two',
    ])
  })

  test('are quotations, captions, titles and lines of contents by their styles, quotations by their indents too', () => {
    expect(
      shapes({
        body:
          styled('T', 'The ferry') +
          styled('Q', 'She said so.') +
          styled('K', 'Figure 1: a quay') +
          styled('I', 'Part one 3') +
          p('Set off.', '<w:ind w:left="720" w:right="720"/>') +
          p('Set in.', '<w:ind w:left="720"/>'),
        styles:
          style('T', 'Title') + style('Q', 'Intense Quote') + style('K', 'caption') + style('I', 'toc 1'),
      }),
    ).toEqual([
      'heading 1: The ferry',
      'quotation: She said so.',
      'caption: Figure 1: a quay',
      'list-item 1 contents: Part one 3',
      'quotation: Set off.',
      'paragraph: Set in.',
    ])
  })

  test('in lists have their level and number, which goes on behind other text and begins anew where the file says', () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const item = (list: number, at: number, words: string): string =>
      p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
    expect(
      shapes({
        body: [
          item(1, 0, 'one'),
          item(1, 1, 'below'),
          item(1, 1, 'below again'),
          p('Between.'),
          item(1, 0, 'two'),
          item(1, 1, 'anew'),
          item(2, 0, 'restarted'),
          item(3, 0, 'bullet'),
          item(0, 0, 'none'),
        ].join(''),
        numbering: `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%1.%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '•')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`,
      }),
    ).toEqual([
      'list-item 1 #1: one',
      'list-item 2 #1.a: below',
      'list-item 2 #1.b: below again',
      'paragraph: Between.',
      'list-item 1 #2: two',
      'list-item 2 #2.a: anew',
      'list-item 1 #1: restarted',
      'list-item 1: bullet',
      'paragraph: none',
    ])
  })

  test('in tables are cells; a table of one cell is a frame', () => {
    const cell = (words: string): string => `<w:tc>${p(words)}</w:tc>`
    expect(
      shapes(
        `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}<w:tc><w:p/></w:tc></w:tr></w:tbl><w:tbl><w:tr>${cell('Framed.')}</w:tr></w:tbl>`,
      ),
    ).toEqual(['table-cell: a', 'table-cell: b', 'table-cell: c', 'paragraph: Framed.'])
  })

  test('are read from the strict form of the standard and with other prefixes', () => {
    const xml = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict words.</x:t></x:r></x:p></x:body></x:document>`
    expect(shapes({ body: '', others: { 'word/document.xml': xml } })).toEqual(['paragraph: Strict words.'])
  })
})

describe('text of a Word file', () => {
  test('joins runs, keeps the order of right-to-left ones, and shows tabs, breaks and hyphens as they read', () => {
    const [block] = blocks(
      p(
        `${r('Har')}${r('bour,')}<w:r><w:tab/><w:t>قال</w:t></w:r>${r(' الوزير', '<w:rtl/>')}<w:r><w:br/><w:t>twenty</w:t><w:noBreakHyphen/><w:t>one</w:t><w:softHyphen/><w:t>s</w:t></w:r>`,
      ),
    )
    expect(block?.text).toBe('Harbour, قال الوزير twenty-ones')
  })

  test('has the changes accepted, with one warning that counts them', () => {
    const change = (name: string, run: string): string =>
      `<w:${name} w:id="1" w:author="A">${run}</w:${name}>`
    const body =
      p(
        `${r('Ten ')}${change('del', '<w:r><w:delText>old </w:delText></w:r>')}${change('ins', r('new '))}${r('ships')}${change('moveFrom', r(' gone'))}${change('moveTo', r(' came'))}`,
      ) +
      `<w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr>${r('First half,')}</w:p>` +
      p(` ${r(' second half.')}`)
    const flow = readDocx(docx(body))
    expect(flow.blocks.map(({ text }) => text)).toEqual(['Ten new ships came', 'First half, second half.'])
    expect(flow.warnings).toEqual([
      {
        rule: 'tracked-changes',
        message: '3 tracked changes were read as accepted: 1 inserted, 1 deleted, 1 moved.',
      },
    ])
  })

  test('leaves hidden text out with a warning, also where a style hides it', () => {
    const parts = {
      body: p(`${r('Seen')}${r(' unseen', '<w:vanish/>')}${r(' too', '<w:rStyle w:val="H"/>')}${r('.')}`),
      styles:
        '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>',
    }
    expect(blocks(parts)[0]?.text).toBe('Seen.')
    expect(rules(parts)).toEqual(['hidden-text-lost'])
  })

  test('warns of pictures, equations, charts and objects where they stand', () => {
    const drawing = (inner: string): string =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const flow = readDocx(
      docx(
        p('Before.') +
          p(`${r('Here')}${drawing('<pic:pic/>')}${drawing('<pic:pic/>')}${drawing('<c:chart/>')}`) +
          p(
            `${r('x')}<m:oMath><m:r><m:t>y=1</m:t></m:r></m:oMath><w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`,
          ),
      ),
    )
    expect(flow.warnings).toEqual([
      { rule: 'picture-lost', message: '2 pictures were left out.', block: 1 },
      { rule: 'chart-lost', message: 'A chart was left out.', block: 1 },
      { rule: 'equation-lost', message: 'An equation was left out.', block: 2 },
      { rule: 'embedded-object-lost', message: 'An embedded object was left out.', block: 2 },
    ])
  })

  test('marks links of both kinds and the places they lead to', () => {
    const [block] = blocks({
      body: p(
        `<w:hyperlink r:id="h">${r('site')}</w:hyperlink>${r(' and ')}${field(' HYPERLINK "https://b.example/" \\l "x" ', r('field'))}<w:bookmarkStart w:id="1" w:name="here"/>`,
      ),
      relationships:
        '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://a.example/" TargetMode="External"/>',
    })
    expect(block?.marks).toEqual([
      { kind: 'link', href: 'https://a.example/', start: 0, end: 4 },
      { kind: 'link', href: 'https://b.example/#x', start: 9, end: 14 },
      { kind: 'anchor', id: 'here', start: 14, end: 14 },
    ])
  })

  test('counts pages by noted breaks and by the writer’s, the same place once', () => {
    const noted = '<w:r><w:lastRenderedPageBreak/></w:r>'
    const starts = blocks(
      p('One.') +
        p(`${r('Two')}${noted}${r(' begins three.')}<w:r><w:br w:type="page"/></w:r>`) +
        p(`${noted}${r('Four.')}`),
    ).map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'page' ? [[mark.number, mark.start]] : [])))
    expect(starts).toEqual([[[1, 0]], [[2, 3]], [[3, 0]]])
  })

  test('has a language by most of its runs, and a title by its style or its properties', () => {
    const body =
      p(r('Un texte court', '<w:lang w:val="fr-FR"/>')) +
      p(r('A much longer text in English', '<w:lang w:val="en-GB"/>'))
    const core = '<dc:title>Of the ferry</dc:title>'
    expect(readDocx(docx({ body, core }))).toMatchObject({ language: 'en-GB', title: 'Of the ferry' })
    const styles = style('T', 'Title')
    expect(readDocx(docx({ body: styled('T', 'On the quay') + body, core, styles })).title).toBe(
      'On the quay',
    )
  })

  test('without any words is refused', () => {
    expect(() => readDocx(docx('<w:p/>'))).toThrow(/no text/)
  })
})

describe('citations of reference managers', () => {
  const item = {
    id: 1,
    type: 'book',
    title: 'Salt',
    author: [{ family: 'Quay', given: 'A.' }],
    issued: { 'date-parts': [['1931', 4]] },
  }
  const works = (parts: DocxParts | string): unknown =>
    blocks(parts)[0]?.marks.flatMap((mark) => (mark.kind === 'citation' ? mark.items : []))
  const escaped = (json: unknown): string =>
    JSON.stringify(json).replaceAll('&', '&amp;').replaceAll('"', '&quot;')

  test('of Zotero and Mendeley carry their full data', () => {
    const json = escaped({ citationItems: [{ itemData: item, locator: '12' }] })
    const expected = [{ ...item, issued: { 'date-parts': [[1931, 4]] }, locator: '12' }]
    expect(works(p(field(` ADDIN ZOTERO_ITEM CSL_CITATION ${json} `, r('(Quay)'))))).toEqual(expected)
    expect(works(p(field(`ADDIN CSL_CITATION ${json}`, r('(Quay)'))))).toEqual(expected)
  })

  test('of EndNote are read from its XML, inline or packed beside the field', () => {
    const xml =
      '<EndNote><Cite><record><ref-type name="Book">6</ref-type><contributors><authors><author><style>Quay, A.</style></author></authors></contributors><titles><title><style>Salt</style></title></titles><dates><year>1931</year></dates></record></Cite></EndNote>'
    const expected = [
      {
        type: 'book',
        title: 'Salt',
        author: [{ family: 'Quay', given: 'A.' }],
        issued: { 'date-parts': [[1931]] },
      },
    ]
    const inline = xml.replaceAll('<', '&lt;')
    expect(works(p(field(` ADDIN EN.CITE ${inline}`, r('[1]'))))).toEqual(expected)
    const packed = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"><w:fldData>${Buffer.from(xml).toString('base64')}</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('[1]')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(works(p(packed))).toEqual(expected)
  })

  test('of Word itself are looked up among the sources in the file', () => {
    expect(
      works({
        body: p(field(' CITATION Qua31 \\l 1033 ', r('(Quay, 1931)'))),
        relationships:
          '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>',
        others: {
          'customXml/item1.xml': `<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Qua31</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Quay</b:Last><b:First>Ann</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>Salt</b:Title><b:Year>1931</b:Year></b:Source></b:Sources>`,
        },
      }),
    ).toEqual([
      {
        type: 'book',
        title: 'Salt',
        author: [{ family: 'Quay', given: 'Ann' }],
        issued: { 'date-parts': [[1931]] },
      },
    ])
  })
})

test('a writer into the file learns where in its XML the words of a block stand', () => {
  const bytes = docx(p(`${r('Salt &amp; ')}${r(' grain')}`))
  const [block] = readDocx(bytes, { traced: true }).blocks
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${p(`${r('Salt &amp; ')}${r(' grain')}`)}</w:body></w:document>`
  expect(block?.text).toBe('Salt & grain')
  expect(
    block?.marks.map((mark) =>
      mark.kind === 'source' ? [mark.start, mark.end, xml.slice(mark.from, mark.to)] : null,
    ),
  ).toEqual([
    [0, 6, 'Salt &amp; '],
    [7, 12, ' grain'],
  ])
})
