import { docx, footnoteCall, note, p, r } from '../docx.ts'
import { zipOf } from '../zip.ts'
import { type Bait, type HostileFile, numbered, times } from './hostile-file.ts'

const WORDS = 'The keeper lit the lamp at dusk.'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const wordParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ...parts,
  })

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const wordDocument = (inner: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<w:document ${W}><w:body>${inner}</w:body></w:document>`

/** Word files whose parts are well packed, and wrong. */
export const wordFiles = ({ path, url }: Bait): readonly HostileFile[] => [
  {
    name: 'laughs.docx',
    make: () =>
      wordParts({
        'word/document.xml': wordDocument(
          p('&lol9;'),
          `<!DOCTYPE a [<!ENTITY lol0 "lol">${numbered(9, (i) => `<!ENTITY lol${i + 1} "${times(10, `&lol${i};`)}">`)}]>`,
        ),
      }),
    expected: { refused: /damaged|document type/i },
  },
  {
    name: 'quadratic.docx',
    make: () =>
      wordParts({
        'word/document.xml': wordDocument(
          p(times(20_000, '&a;')),
          `<!DOCTYPE a [<!ENTITY a "${times(50_000, 'a')}">]>`,
        ),
      }),
    expected: { refused: /damaged|document type/i },
  },
  {
    name: 'external-entity.docx',
    make: () =>
      wordParts({
        'word/document.xml': wordDocument(p('&x;'), `<!DOCTYPE a [<!ENTITY x SYSTEM "file://${path}">]>`),
      }),
    expected: { refused: /damaged|document type/i },
  },
  {
    name: 'external-dtd.docx',
    make: () =>
      wordParts({ 'word/document.xml': wordDocument(p(WORDS), `<!DOCTYPE a SYSTEM "${url}/a.dtd">`) }),
    expected: { refused: /damaged|document type/i },
  },
  {
    name: 'entity-in-notes.docx',
    make: () =>
      wordParts({
        'word/document.xml': wordDocument(p(`${r(WORDS)}${footnoteCall(1)}`)),
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="${REL}/footnotes" Target="footnotes.xml"/></Relationships>`,
        'word/footnotes.xml': `<!DOCTYPE a [<!ENTITY x SYSTEM "file://${path}">]><w:footnotes ${W}>${note('footnote', 1, '&x;')}</w:footnotes>`,
      }),
    expected: { refused: /damaged|document type/i },
  },
  {
    name: 'local-links.docx',
    make: () =>
      docx({
        body:
          p(WORDS) +
          `<w:p><w:hyperlink r:id="l">${r('the log')}</w:hyperlink><w:r><w:drawing><a:blip r:link="l" r:embed="l"/></w:drawing></w:r></w:p>` +
          `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "${path}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('cached')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
          '<w:altChunk r:id="c"/><w:subDoc r:id="l"/>',
        relationships:
          `<Relationship Id="l" Type="${REL}/image" Target="file://${path}" TargetMode="External"/>` +
          `<Relationship Id="c" Type="${REL}/aFChunk" Target="${url}/chunk.html" TargetMode="External"/>` +
          `<Relationship Id="t" Type="${REL}/attachedTemplate" Target="${url}/t.dotm" TargetMode="External"/>`,
      }),
    expected: { read: WORDS },
  },
  {
    name: 'notes-of-another-file.docx',
    make: () =>
      wordParts({
        'word/document.xml': wordDocument(p(`${r(WORDS)}${footnoteCall(1)}`)),
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="${REL}/footnotes" Target="file://${path}" TargetMode="External"/><Relationship Id="g" Type="${REL}/endnotes" Target="../../../../../..${path}"/></Relationships>`,
      }),
    expected: { read: WORDS, warned: ['note-missing'] },
  },
  {
    name: 'included.docx',
    make: () =>
      wordParts({
        'word/document.xml': wordDocument(
          `${p(WORDS)}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${path}" parse="text"/>`,
        ),
      }),
    expected: { read: WORDS },
  },
  {
    name: 'missing-notes.docx',
    make: () =>
      docx({
        body: p(`${r(WORDS)}${footnoteCall(7)}${footnoteCall(8)}`),
        footnotes: note('footnote', 9, 'x'),
      }),
    expected: { read: WORDS, warned: ['note-missing'] },
  },
  {
    name: 'missing-part.docx',
    make: () =>
      docx({
        body: p(`${r(WORDS)}${footnoteCall(1)}`),
        relationships: `<Relationship Id="f" Type="${REL}/footnotes" Target="gone.xml"/>`,
      }),
    expected: { read: WORDS, warned: ['note-missing'] },
  },
  {
    name: 'relationships-in-a-circle.docx',
    make: () =>
      docx({
        body: p(`${r(WORDS)}${footnoteCall(1)}`),
        relationships: ['footnotes', 'endnotes', 'styles', 'numbering', 'comments', 'settings']
          .map((part) => `<Relationship Id="${part}" Type="${REL}/${part}" Target="document.xml"/>`)
          .join(''),
      }),
    expected: { read: WORDS },
  },
  {
    name: 'notes-that-call-themselves.docx',
    make: () =>
      docx({
        body: p(`${r(WORDS)}${footnoteCall(1)}`),
        footnotes: `<w:footnote w:id="1">${p(`${r('See there.')}${footnoteCall(1)}${footnoteCall(2)}`)}</w:footnote><w:footnote w:id="2">${p(`${r('And here.')}${footnoteCall(1)}`)}</w:footnote>`,
      }),
    expected: { read: WORDS },
  },
  {
    name: 'cyclic-styles.docx',
    make: () =>
      docx({
        body: p(WORDS, '<w:pStyle w:val="s0"/>'),
        styles: numbered(
          2000,
          (i) =>
            `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 2000}"/></w:style>`,
        ),
      }),
    expected: { read: WORDS },
  },
  {
    name: 'long-style-chain.docx',
    make: () =>
      docx({
        body: numbered(2000, (i) => p(`${WORDS} Again, ${i}.`, `<w:pStyle w:val="s${i}"/>`)),
        styles: numbered(
          20_000,
          (i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`,
        ),
      }),
    expected: { read: WORDS },
  },
  {
    name: 'cyclic-numbering.docx',
    make: () =>
      docx({
        body: p(WORDS, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        styles:
          '<w:style w:type="numbering" w:styleId="a"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      }),
    expected: { read: WORDS },
  },
  {
    name: 'deep-tables.docx',
    make: () =>
      docx(`${p(WORDS)}${times(100_000, '<w:tbl><w:tr><w:tc>')}${times(100_000, '</w:tc></w:tr></w:tbl>')}`),
    expected: { refused: /deep|nest/i },
  },
  {
    name: 'million-elements.docx',
    make: () => docx(`${p(WORDS)}${times(1_000_000, '<w:r>')}${times(1_000_000, '</w:r>')}`),
    expected: { refused: /deep|nest/i },
  },
  {
    name: 'million-runs.docx',
    make: () => docx(p(`${r(WORDS)}${times(1_000_000, '<w:r/>')}`)),
    expected: { read: WORDS },
  },
  {
    name: 'fifty-thousand-notes.docx',
    make: () =>
      docx({
        body: p(`${r(WORDS)}${footnoteCall(1)}`),
        footnotes: numbered(50_000, (i) => note('footnote', i + 1, `Log, ${i}.`)),
      }),
    expected: { read: WORDS, warned: ['notes-not-called'] },
  },
  {
    name: 'gigantic-attribute.docx',
    make: () => docx(`<w:p w:rsidR="${times(5_000_000, 'f')}">${r(WORDS)}</w:p>`),
    expected: { read: WORDS },
  },
  {
    name: 'many-attributes.docx',
    make: () => docx(`<w:p ${numbered(100_000, (i) => `a${i}="1" `)}>${r(WORDS)}</w:p>`),
    expected: { read: WORDS },
  },
  {
    name: 'many-namespaces.docx',
    make: () => docx(`<w:p ${numbered(50_000, (i) => `xmlns:n${i}="urn:${i}" `)}>${r(WORDS)}</w:p>`),
    expected: { read: WORDS },
  },
  {
    name: 'not-well-formed.docx',
    make: () => wordParts({ 'word/document.xml': `<w:document ${W}><w:body><w:p><w:r></w:p>` }),
    expected: { refused: /damaged/ },
  },
  {
    name: 'wrong-encoding.docx',
    make: () =>
      wordParts({ 'word/document.xml': Buffer.from(wordDocument(p(`${WORDS} Caf\xe9.`)), 'latin1') }),
    expected: { refused: /damaged/ },
  },
  {
    name: 'zeros-in-xml.docx',
    make: () => wordParts({ 'word/document.xml': wordDocument(p(`The lamp\0 was lit.`)) }),
    expected: { read: 'The lamp was lit.' },
  },
  {
    name: 'open-field.docx',
    make: () => docx(`${p(WORDS)}${times(2000, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')}`),
    expected: { read: WORDS },
  },
  {
    name: 'bad-reference-data.docx',
    make: () =>
      docx(
        p(
          `${r(WORDS)}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM CSL_CITATION ${times(50_000, '{"a":[')}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('(Log)')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      ),
    expected: { read: WORDS },
  },
  {
    name: 'spanning-table.docx',
    make: () =>
      docx(
        `${p(WORDS)}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>${p('wide')}</w:tc></w:tr></w:tbl>`,
      ),
    expected: { read: WORDS },
  },
]

const ODF = ['office', 'text', 'style', 'table', 'draw']
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`,
  )
  .join(' ')

const odt = (inner: string, doctype = '', styles = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?>${doctype}<office:document-content ${ODF} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${inner}</office:text></office:body></office:document-content>`,
  })

const odtWords = `<text:p>${WORDS}</text:p>`

/** OpenDocument texts. */
export const openDocuments = ({ path, url }: Bait): readonly HostileFile[] => [
  {
    name: 'external-entity.odt',
    make: () => odt('<text:p>&x;</text:p>', `<!DOCTYPE a [<!ENTITY x SYSTEM "file://${path}">]>`),
    expected: { refused: /damaged|document type/i },
  },
  {
    name: 'linked-sections.odt',
    make: () =>
      odt(
        `${odtWords}<text:section text:name="s"><text:section-source xlink:href="file://${path}"/></text:section><draw:frame><draw:image xlink:href="${url}/p.png"/><draw:object xlink:href="file://${path}"/></draw:frame>`,
      ),
    expected: { read: WORDS },
  },
  {
    name: 'cyclic-styles.odt',
    make: () =>
      odt(
        `<text:p text:style-name="a">${WORDS}</text:p>`,
        '',
        '<style:style style:name="a" style:family="paragraph" style:parent-style-name="b"/><style:style style:name="b" style:family="paragraph" style:parent-style-name="a"/>',
      ),
    expected: { read: WORDS },
  },
  {
    name: 'deep-lists.odt',
    make: () =>
      odt(
        `${odtWords}${times(50_000, '<text:list><text:list-item>')}${times(50_000, '</text:list-item></text:list>')}`,
      ),
    expected: { refused: /deep|nest/i },
  },
  {
    name: 'repeated-cells.odt',
    make: () =>
      odt(
        `${odtWords}<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>a</text:p></table:table-cell></table:table-row></table:table><text:p>x<text:s text:c="2000000000"/>y</text:p>`,
      ),
    expected: { read: WORDS },
  },
  {
    name: 'password.odt',
    make: () =>
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2]),
        'META-INF/manifest.xml':
          '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      }),
    expected: { refused: /password/ },
  },
  {
    name: 'without-content.odt',
    make: () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    expected: { refused: /damaged/ },
  },
]
