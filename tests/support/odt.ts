import { zipOf } from './zip.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = [
  `xmlns:office="${OASIS}:office:1.0"`,
  `xmlns:text="${OASIS}:text:1.0"`,
  `xmlns:table="${OASIS}:table:1.0"`,
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:style="${OASIS}:style:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

/** `automatic`: styles of single places; `styles`: those the writer knows; `manifest`: entries beside the usual ones. */
export interface OdtParts {
  readonly body: string
  readonly automatic?: string
  readonly styles?: string
  readonly meta?: string
  readonly manifest?: string
}

/** An OpenDocument text in memory. */
export function odt(parts: OdtParts | string): Uint8Array {
  const { body, automatic, styles, meta, manifest } =
    typeof parts === 'string' ? ({ body: parts } as OdtParts) : parts
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<m:manifest xmlns:m="${OASIS}:manifest:1.0">${manifest ?? ''}</m:manifest>`,
    'content.xml': `<office:document-content ${NAMESPACES}><office:automatic-styles>${automatic ?? ''}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles>${styles ?? ''}</office:styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${NAMESPACES}><office:meta>${meta ?? ''}</office:meta></office:document-meta>`,
  })
}

/** A paragraph in a style. */
export const para = (content: string, style = 'Standard'): string =>
  `<text:p text:style-name="${style}">${content}</text:p>`

/** A note as LibreOffice writes it, where it is called. */
export const odtNote = (kind: 'footnote' | 'endnote', label: string, words: string, custom = false): string =>
  `<text:note text:id="n${label}" text:note-class="${kind}"><text:note-citation${custom ? ` text:label="${label}"` : ''}>${label}</text:note-citation><text:note-body>${para(words, 'Footnote')}</text:note-body></text:note>`
