import { escapeXml } from '../../text/escape-xml.ts'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Whether a paragraph runs from right to left: its first letter decides. Source: UAX #9, rule P2. */
export const runsRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '')

/**
 * A run of text. `properties`: what stands in its `w:rPr`; `before`: elements that come before its words. Tabs and line breaks
 * become Word's own.
 */
export function run(text: string, properties = '', before = ''): string {
  if (text === '' && before === '') return ''
  const content = text
    .split(/(\n|\t)/)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : textElement(part)))
    .join('')
  return `<w:r>${runProperties(text, properties)}${before}${content}</w:r>`
}

const textElement = (text: string): string =>
  text === '' ? '' : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`

function runProperties(text: string, properties: string): string {
  const all = `${properties}${RIGHT_TO_LEFT.test(text) ? '<w:rtl/>' : ''}`
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`
}

/** A paragraph of a style. `more`: what else stands in its `w:pPr`, after the style; `text`: its words, for its direction. */
export function paragraph(style: string, runs: string, text: string, more = ''): string {
  const bidi = runsRightToLeft(text) ? '<w:bidi/>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}${bidi}</w:pPr>${runs}</w:p>`
}
