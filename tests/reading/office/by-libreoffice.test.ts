import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../src/paths.ts'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { docx, endnoteCall, footnoteCall, note, p, r } from '../../support/docx.ts'
import { converted, hasLibreOffice, WITHOUT_LIBREOFFICE } from '../../support/libreoffice.ts'

const SEEDS = join(projectRoot, '../shared/seeds')

/** Long enough for LibreOffice to start on a busy machine. Milliseconds. */
const PATIENCE = 180_000

/** Everything that a reading finds but the pages, which a text has not. */
const found = ({ text, notes, markers, claims }: ReadDocument): unknown => ({
  text,
  notes,
  markers,
  claims: claims.map((claim) => ({ ...claim, page: undefined })),
})

describe.skipIf(!hasLibreOffice || !existsSync(SEEDS))(
  `the seed text of ../shared, saved by LibreOffice ${WITHOUT_LIBREOFFICE}`,
  () => {
    const file = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.endsWith('.txt')) : undefined

    test.each(['docx', 'odt'] as const)(
      'as %s reads the same as the text',
      async (format) => {
        const path = join(SEEDS, file ?? '')
        const text = await readDocument(readFileSync(path), { name: 'seed.txt' })
        const saved = await readDocument(converted(readFileSync(path), 'txt', format), {
          name: `seed.${format}`,
        })
        expect(saved.source.type).toBe(format)
        expect([saved.markers.length, saved.notes.length]).toEqual([70, 57])
        expect(saved.markers.filter((marker) => marker.note === null)).toHaveLength(13)
        expect(found(saved)).toEqual(found(text))
      },
      PATIENCE,
    )
  },
)

describe.skipIf(!hasLibreOffice)(`a Word file saved anew by LibreOffice ${WITHOUT_LIBREOFFICE}`, () => {
  test.each(['docx', 'odt'] as const)(
    'as %s keeps its notes, their kinds and labels, and its comments',
    async (format) => {
      const saved = await readDocument(converted(sample(), 'docx', format), { name: `report.${format}` })
      expect(saved.text).toBe(
        'The quay[1] and the pier[i] stand.[2]\n\nTen ships[a1] sank.\n\n[1] Port book.\n\n[2] Said twice.\n\n[i] Harbour roll.\n\n[a1] Source?',
      )
      expect(saved.notes.map(({ kind }) => kind)).toEqual(['footnote', 'footnote', 'endnote', 'annotation'])
      expect(saved.markers.map((marker) => marker.note)).toEqual([0, 2, 1, 3])
    },
    PATIENCE,
  )
})

const sample = (): Uint8Array =>
  docx({
    body:
      p(
        `${r('The quay')}${footnoteCall(2)}${r(' and the pier')}${endnoteCall(2)}${r(' stand.')}${footnoteCall(3)}`,
      ) +
      p(
        `<w:commentRangeStart w:id="0"/>${r('Ten ships')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r(' sank.')}`,
      ),
    footnotes: note('footnote', 2, 'Port book.') + note('footnote', 3, 'Said twice.'),
    endnotes: note('endnote', 2, 'Harbour roll.'),
    comments: `<w:comment w:id="0" w:author="A. Reader">${p('Source?')}</w:comment>`,
    others: { '[Content_Types].xml': contentTypes() },
  })

/** LibreOffice, unlike our reader, asks the list of content types what a part is. */
const contentTypes = (): string => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const parts = {
    document: 'document.main',
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    comments: 'comments',
  }
  const overrides = Object.entries(parts)
    .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`)
    .join('')
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
}
