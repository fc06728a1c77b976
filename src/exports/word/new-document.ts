import { bodyXml } from './body-part.ts'
import { commentsXml } from './comments-part.ts'
import { CORE_PROPERTIES, DUBLIN_CORE, WORD, mediaTypeOf } from './namespaces.ts'
import { callsOfNotes, type NotePart, placedNotes } from './note-numbers.ts'
import { notesXml } from './notes-part.ts'
import { packageOf, type Part } from './package.ts'
import { numberingXml, stylesXml } from './styles.ts'
import type { WordText } from './word-text.ts'
import { escapeXml } from '../../text/escape-xml.ts'

/**
 * A Word file of a draft that did not come from Word: its blocks in Word's own styles, its notes as real foot- and endnotes with
 * the labels of the draft, annotations as comments. The same draft gives the same bytes.
 */
export function newWordDocument(draft: WordText): Uint8Array {
  const placed = placedNotes(draft)
  const annotations = annotationsOf(draft)
  const ids = new Map(annotations.map((index, id) => [index, id]))
  const notesOf = (part: NotePart): Part[] => {
    const notes = [...placed.values()].filter((note) => note.part === part)
    return notes.length === 0 ? [] : [wordPart(part, notesXml(part, notes, draft))]
  }
  const comments = annotations.flatMap((index) => {
    const { start, end } = draft.notes[index] ?? { start: 0, end: 0 }
    return { author: 'Author', at: null, text: draft.text.slice(start, end) }
  })
  return packageOf(
    wordPart('document', bodyXml(draft, { placed, annotations: ids }), 'document.main'),
    [
      wordPart('styles', stylesXml(escapeXml(draft.language))),
      wordPart('numbering', numberingXml()),
      ...notesOf('footnotes'),
      ...notesOf('endnotes'),
      ...(comments.length === 0 ? [] : [wordPart('comments', commentsXml(comments))]),
      wordPart('settings', `<w:settings xmlns:w="${WORD}"/>`),
    ],
    properties(draft),
  )
}

/** The annotations that the text calls, by their index in the notes. */
const annotationsOf = (draft: WordText): number[] =>
  [...callsOfNotes(draft).keys()].filter((index) => draft.notes[index]?.kind === 'annotation')

const wordPart = (name: string, xml: string, media = name): Part => ({
  path: `word/${name}.xml`,
  mediaType: mediaTypeOf(media),
  relation: name,
  xml,
})

const properties = ({ title, language }: WordText): Part => ({
  path: 'docProps/core.xml',
  mediaType: 'application/vnd.openxmlformats-package.core-properties+xml',
  relation: 'core-properties',
  xml: `<cp:coreProperties xmlns:cp="${CORE_PROPERTIES}" xmlns:dc="${DUBLIN_CORE}"><dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`,
})
