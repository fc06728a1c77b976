import type { NotePart, PlacedNote } from './note-numbers.ts'
import { WORD } from './namespaces.ts'
import { paragraph, run } from './runs.ts'
import type { WordText } from './word-text.ts'

/** Element and style names of each kind of note. */
export const NOTE_NAMES: Readonly<Record<NotePart, { readonly element: string; readonly style: string }>> = {
  footnotes: { element: 'footnote', style: 'Footnote' },
  endnotes: { element: 'endnote', style: 'Endnote' },
}

/** `word/footnotes.xml` or `word/endnotes.xml`: the separators that Word asks for, then each note. */
export function notesXml(part: NotePart, notes: readonly PlacedNote[], draft: WordText): string {
  const { element } = NOTE_NAMES[part]
  const separator = (id: number, type: string, sign: string): string =>
    `<w:${element} w:type="${type}" w:id="${id}"><w:p><w:r><w:${sign}/></w:r></w:p></w:${element}>`
  return `<w:${part} xmlns:w="${WORD}">${separator(-1, 'separator', 'separator')}${separator(
    0,
    'continuationSeparator',
    'continuationSeparator',
  )}${notes.map((placed) => noteXml(placed, draft)).join('')}</w:${part}>`
}

function noteXml({ part, id, note, customMark }: PlacedNote, { text }: WordText): string {
  const { element, style } = NOTE_NAMES[part]
  const reference = `<w:rStyle w:val="${style}Reference"/>`
  const mark = customMark === null ? run('', reference, `<w:${element}Ref/>`) : run(customMark, reference)
  const paragraphs = text.slice(note.start, note.end).split('\n')
  const body = paragraphs.map((words, i) =>
    paragraph(`${style}Text`, (i === 0 ? mark + run(' ') : '') + run(words), words),
  )
  return `<w:${element} w:id="${id}">${body.join('')}</w:${element}>`
}
