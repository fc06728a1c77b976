import type { XmlCursor } from '../office/xml-cursor.ts'
import { numberIn } from './switches.ts'

/** How one class of notes is numbered. `null`: the wider rule holds. */
export interface NoteNumbering {
  readonly format: string | null
  readonly start: number | null
  readonly restart: 'continuous' | 'eachSect' | 'eachPage' | null
}

export const NO_NUMBERING: NoteNumbering = { format: null, start: null, restart: null }

/** A section of the document, as its last paragraph (or the body's end) describes it. */
export interface Section {
  readonly footnotes: NoteNumbering
  readonly endnotes: NoteNumbering
  /** Whether it begins on a new page. */
  readonly newPage: boolean
}

export const DEFAULT_SECTION: Section = { footnotes: NO_NUMBERING, endnotes: NO_NUMBERING, newPage: true }

/** Reads the `w:sectPr` that the cursor stands on, to its end. */
export function readSection(cursor: XmlCursor): Section {
  let { footnotes, endnotes, newPage } = DEFAULT_SECTION
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:footnotePr') footnotes = readNumbering(cursor)
    else if (cursor.name === 'w:endnotePr') endnotes = readNumbering(cursor)
    else if (cursor.name === 'w:type')
      newPage = !['continuous', 'nextColumn'].includes(cursor.attribute('w:val') ?? '')
    else if (cursor.name === 'w:sectPrChange') cursor.skip()
  }
  return { footnotes, endnotes, newPage }
}

/** Reads the `w:footnotePr` or `w:endnotePr` that the cursor stands on, to its end. */
export function readNumbering(cursor: XmlCursor): NoteNumbering {
  let { format, start, restart } = NO_NUMBERING
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:numFmt') format = cursor.attribute('w:val')
    else if (cursor.name === 'w:numStart') start = numberIn(cursor, 'w:val')
    else if (cursor.name === 'w:numRestart') restart = restartOf(cursor.attribute('w:val'))
  }
  return { format, start, restart }
}

const restartOf = (value: string | null): NoteNumbering['restart'] =>
  value === 'eachSect' || value === 'eachPage' || value === 'continuous' ? value : null
