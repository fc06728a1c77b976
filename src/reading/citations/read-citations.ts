import type { Citation, CslItem, Warning } from '../document.ts'
import type { Span } from '../../text/span.ts'
import { findEmptySlots } from './empty-slots.ts'
import { ADDRESS, QUOTED, readNoteText, type NoteText } from './note-text.ts'
import { dividePieces, type Piece } from './pieces.ts'
import { repeatsEarlier, signalLength } from './prose.ts'
import { readProseWorks } from './prose-works.ts'
import { readScholarly } from './scholarly.ts'
import { splitWorks } from './split-works.ts'
import { readWork } from './work.ts'

const signs = new RegExp(`[\\d${ADDRESS}${QUOTED}]`)

/** A longer note is a chapter, not a list of works: only its beginning is divided. UTF-16 code units. */
const LONGEST_NOTE = 2_000_000

/**
 * Divides a note into the works it names. `note` is the note's span in `text`, without its label; all spans of the
 * result are into `text`. Prose beside citations is no citation; a slot whose link is lost is a warning
 * (`citation-slot-empty`). What cannot be read with certainty is left out of the item.
 */
export function readCitations(text: string, note: Span): { citations: Citation[]; warnings: Warning[] } {
  const body = readNoteText(text.slice(note.start, Math.min(note.end, note.start + LONGEST_NOTE)))
  const whole = readWholeReference(body)
  const citations = whole ? [whole] : piecesOf(body).flatMap((piece) => readAnyPiece(body, piece))
  return {
    citations: citations.map(({ start, end, csl }) => ({
      start: note.start + start,
      end: note.start + end,
      csl,
    })),
    warnings: findEmptySlots(body).map((slot) => ({
      rule: 'citation-slot-empty',
      message: 'A citation is missing here: its link or outlet was lost.',
      start: note.start + slot.start,
      end: note.start + slot.end,
    })),
  }
}

/** A work is named by a number, a date, an address or a title in quotation marks: without any of them there is nothing to divide. */
const piecesOf = (note: NoteText): Piece[] => (signs.test(note.masked) ? dividePieces(note) : [])

const readAnyPiece = (note: NoteText, piece: Piece): Citation[] =>
  piece.prose ? readProseWorks(note, piece) : readPiece(note, piece)

/** A note that is one scholarly reference and nothing else: its full stops and semicolons divide no works. */
function readWholeReference(note: NoteText): Citation | null {
  const span = { start: signalLength(note.masked.slice(0, 60)), end: note.text.length }
  const csl = readScholarly(note, span)
  return csl === null ? null : trimmed(note.text, span, csl)
}

function readPiece(note: NoteText, piece: Span): Citation[] {
  if (repeatsEarlier(note.masked.slice(piece.start, piece.end))) return []
  const start = piece.start + signalLength(note.masked.slice(piece.start, piece.start + 60))
  return splitWorks(note, { start, end: piece.end }).flatMap((work) => {
    const csl = readWork(note, work)
    return csl === null ? [] : [trimmed(note.text, work, csl)]
  })
}

/** The citation of a work without the spaces and commas around it, and without the punctuation that closes it. */
function trimmed(text: string, { start, end }: Span, csl: CslItem): Citation {
  let from = start
  let to = end
  while (from < to && /[\s,;:]/.test(text[from] ?? '')) from++
  while (to > from && /[\s,;]/.test(text[to - 1] ?? '')) to--
  if (to - 1 > from && text[to - 1] === '.') to--
  return { start: from, end: to, csl }
}
