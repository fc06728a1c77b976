import { strToU8, zipSync } from 'fflate'
import { sentence } from './report-text.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/**
 * The invented report as Word saves one: each sentence in runs of its own, with the marks of spelling checks and of
 * saving (`rsid`) around them, fonts and language on every run, page breaks noted, a footnote to every third sentence.
 */
export function reportDocx(claims: number): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['document.main', 'styles', 'footnotes'].map(override).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles.xml'],
      ['footnotes', 'footnotes.xml'],
    ]),
    'word/styles.xml': STYLES,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body(claims)}<w:sectPr/></w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${W}">${notes(claims)}</w:footnotes>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

const override = (part: string): string =>
  `<Override PartName="/word/${part.split('.')[0] ?? part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const style = (type: string, id: string, name: string, content = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`

const STYLES = `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${style('paragraph', 'Normal', 'Normal')}${style('paragraph', 'Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}${style('paragraph', 'FootnoteText', 'footnote text')}${style('character', 'FootnoteReference', 'footnote reference', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')}</w:styles>`

const RUN =
  '<w:rPr><w:rFonts w:ascii="Garamond" w:hAnsi="Garamond" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr>'
const SUPERSCRIPT = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'

const run = (text: string, before = ''): string =>
  `<w:r w:rsidR="00A35C1F" w:rsidRPr="00C41E7B">${RUN}${before}<w:t xml:space="preserve">${text}</w:t></w:r>`

const paragraph = (content: string, style: string): string =>
  `<w:p w:rsidR="00A35C1F" w:rsidRDefault="00A35C1F" w:rsidP="00D70A5E"><w:pPr><w:pStyle w:val="${style}"/><w:spacing w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>${content}</w:p>`

/** Every third sentence is divided as a spelling check divides it. */
function runs(i: number): string {
  const text = `${sentence(i)} `
  const page = i % 60 === 0 && i > 0 ? '<w:lastRenderedPageBreak/>' : ''
  if (i % 3 !== 0) return run(text, page)
  const cut = text.indexOf(' ', 20)
  const call = `<w:r w:rsidR="00A35C1F">${SUPERSCRIPT}<w:footnoteReference w:id="${i / 3 + 1}"/></w:r>`
  return `${run(text.slice(0, cut), page)}<w:proofErr w:type="spellStart"/>${run(text.slice(cut, -1))}<w:proofErr w:type="spellEnd"/>${call}${run(' ')}`
}

function body(claims: number): string {
  const blocks: string[] = []
  for (let i = 0; i < claims; i += 5) {
    if (i % 50 === 0) blocks.push(paragraph(run(`Part ${i / 50 + 1}`), 'Heading1'))
    blocks.push(
      paragraph(Array.from({ length: Math.min(5, claims - i) }, (_, k) => runs(i + k)).join(''), 'Normal'),
    )
  }
  return blocks.join('')
}

function notes(claims: number): string {
  const separator = `<w:footnote w:type="separator" w:id="0">${paragraph('<w:r><w:separator/></w:r>', 'Normal')}</w:footnote>`
  const all = [separator]
  for (let i = 0; i < claims; i += 3) {
    const words = ` Aldermouth Gazette, “Case ${i}”, ${(i % 28) + 1} April ${1900 + (i % 99)}.`
    const own = `<w:r>${SUPERSCRIPT}<w:footnoteRef/></w:r>`
    all.push(`<w:footnote w:id="${i / 3 + 1}">${paragraph(own + run(words), 'FootnoteText')}</w:footnote>`)
  }
  return all.join('')
}
