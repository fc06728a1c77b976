import type { GeneratedReport } from './generated-reports.ts'
import { zipOf } from './zip.ts'

const NAMESPACES = ['office', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** A generated report as OpenDocument text. A note stands where it is called: one that is missing has no marker. */
export function odtReport({ paragraphs, notes }: GeneratedReport): Uint8Array {
  const marker = (label: number): string => {
    const words = notes[label - 1]
    return words == null
      ? ''
      : `<text:note text:id="n${label}" text:note-class="footnote"><text:note-citation>${label}</text:note-citation><text:note-body><text:p>${words}</text:p></text:note-body></text:note>`
  }
  const body = paragraphs
    .map(
      (sentences) =>
        `<text:p>${sentences.map(({ words, marker: label }) => words + (label === null ? '' : marker(label))).join(' ')}</text:p>`,
    )
    .join('')
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })
}
