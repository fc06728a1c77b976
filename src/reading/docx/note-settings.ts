import type { XmlCursor } from '../office/xml-cursor.ts'
import type { NoteSettings } from './note-labels.ts'
import { NO_NUMBERING, readNumbering } from './section.ts'

/** Reads how notes are numbered in all sections that do not say otherwise. */
export function readNoteSettings(cursor: XmlCursor | null): NoteSettings {
  let footnotes = NO_NUMBERING
  let endnotes = NO_NUMBERING
  while (cursor && cursor.next() !== 'end') {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:footnotePr') footnotes = readNumbering(cursor)
    else if (cursor.name === 'w:endnotePr') endnotes = readNumbering(cursor)
  }
  return { footnotes, endnotes }
}
