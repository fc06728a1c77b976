import type { Citation, CslItem } from '../document.ts'
import type { Span } from '../../text/span.ts'
import { readLaw } from './law.ts'
import { within, type NoteText } from './note-text.ts'

/**
 * The works that running prose names firmly: an address, a numbered document, a place in the law, and a date that a
 * finished sentence leaves as a citation of its own ("… the ministry said so.", October 9, 2023). Nothing else of
 * the sentence is read, least of all what it quotes.
 */
export function readProseWorks(note: NoteText, piece: Span): Citation[] {
  const addresses = within(note.addresses, piece).map((one) =>
    cite(one, {
      type: 'webpage',
      ...(one.url ? { URL: one.url } : {}),
      ...(one.doi ? { DOI: one.doi } : {}),
    }),
  )
  const numbered = within(note.series, piece).map((one) =>
    cite(one, { type: 'report', 'collection-title': one.name, number: one.number }),
  )
  return [...addresses, ...numbered, ...lawOf(note, piece), ...closingDate(note, piece)].sort(
    (a, b) => a.start - b.start,
  )
}

function lawOf(note: NoteText, piece: Span): Citation[] {
  const law = readLaw(note.masked.slice(piece.start, piece.end))
  return law ? [cite({ start: piece.start + law.start, end: piece.start + law.end }, law.csl)] : []
}

function closingDate(note: NoteText, piece: Span): Citation[] {
  const date = within(note.dates, piece).at(-1)
  if (!date || date.access || !/^[\s.;]*$/.test(note.masked.slice(date.end, piece.end))) return []
  const before = note.masked.slice(Math.max(piece.start, date.start - 20), date.start)
  const slot = /[.!?\uE001]\s*(,\s*)$/.exec(before)
  if (!slot) return []
  return [cite(date, { type: 'article-newspaper', issued: { 'date-parts': date.parts } })]
}

const cite = ({ start, end }: Span, csl: CslItem): Citation => ({ start, end, csl })
