import { zipOf } from './zip.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Every namespace that a test's XML may use. */
export const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ')

/** The content of each part, without its root element. `relationships`: further ones of the text's part. */
export interface DocxParts {
  readonly body: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  readonly relationships?: string
  readonly core?: string
  /** Parts as they are, by name. */
  readonly others?: Readonly<Record<string, string>>
}

const ROOTS = {
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
  styles: 'w:styles',
  numbering: 'w:numbering',
  settings: 'w:settings',
} as const

/** A Word file in memory. */
export function docx(parts: DocxParts | string): Uint8Array {
  const given: DocxParts = typeof parts === 'string' ? { body: parts } : parts
  const names = (Object.keys(ROOTS) as (keyof typeof ROOTS)[]).filter((name) => given[name] !== undefined)
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(
      `<Relationship Id="d" Type="${R}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': part('w:document', `<w:body>${given.body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      names.map((name) => `<Relationship Id="${name}" Type="${R}/${name}" Target="${name}.xml"/>`).join('') +
        (given.relationships ?? ''),
    ),
  }
  for (const name of names) files[`word/${name}.xml`] = part(ROOTS[name], given[name] ?? '')
  if (given.core !== undefined)
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${given.core}</cp:coreProperties>`
  return zipOf({ ...files, ...given.others })
}

const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} ${NAMESPACES}>${content}</${root}>`

const relationships = (content: string): string =>
  `<Relationships xmlns="${RELATIONSHIPS}">${content}</Relationships>`

/** A paragraph. `properties`: what stands in its `w:pPr`. A content without tags is one run. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.includes('<') ? content : r(content)}</w:p>`

/** A run of text. `properties`: what stands in its `w:rPr`. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

export const footnoteCall = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
export const endnoteCall = (id: number): string => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`

/** A note as Word writes it, its own number before its words. */
export const note = (kind: 'footnote' | 'endnote', id: number, words: string): string =>
  `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${words}`)}`)}</w:${kind}>`

/** A field of runs: instruction, then result. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
