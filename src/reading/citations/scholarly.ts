import type { Span } from '../../text/span.ts'
import type { CslItem } from '../document.ts'
import { readLaw } from './law.ts'
import { readAuthors } from './names.ts'
import { within, type NoteText } from './note-text.ts'
import { readParts } from './parts/reference.ts'
import { isProse } from './prose.ts'

const LONGEST = 900
const SHORTEST = 25
const year = /(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)/g

/**
 * A stretch of a note as a scholarly reference, by the trained model, or null where it is not surely one. Newspapers, posts and
 * broadcasts are cited by the day, numbered documents by their number, decisions by their reporter: those are read by rules.
 */
export function readScholarly(note: NoteText, span: Span): CslItem | null {
  if (refused?.note === note && refused.start === span.start && refused.end === span.end) return null
  const csl = read(note, span)
  if (csl === null) refused = { note, start: span.start, end: span.end }
  return csl
}

/** What was refused last. A note is tried as a whole before its pieces are, and mostly is one piece. */
let refused: (Span & { readonly note: NoteText }) | undefined

function read(note: NoteText, { start, end }: Span): CslItem | null {
  if (end - start > LONGEST || end - start < SHORTEST || !maybeScholarly(note, { start, end })) return null
  const text = note.text.slice(start, end)
  const csl = readLaw(text) ? null : readParts(text)
  if (csl === null) return null
  const addresses = within(note.addresses, { start, end })
  const url = addresses.find((one) => one.url !== undefined)?.url
  const doi = addresses.find((one) => one.doi !== undefined)?.doi
  return { ...csl, ...(url === undefined ? {} : { URL: url }), ...(doi === undefined ? {} : { DOI: doi }) }
}

/**
 * It opens like a name or a title and is no sentence, unless one that authors open; it has a year that is no part of a date to the
 * day, and no number of a series. Cheap, so that notes of prose never wake the model.
 */
function maybeScholarly(note: NoteText, piece: Span): boolean {
  const masked = note.masked.slice(piece.start, piece.end)
  const years = masked.match(year)?.length ?? 0
  if (years === 0 || !opening.test(masked) || within(note.series, piece).length > 0) return false
  const days = within(note.dates, piece).filter(({ parts }) => parts[0]?.length === 3)
  if (years <= days.length) return false
  return !isProse(masked) || opensWithAuthors(masked.replace(label, ''))
}

const opensWithAuthors = (text: string): boolean => inverted.test(text) || readAuthors(text) !== null

/** "Boer, Nina." "Boer, Nina (" */
const inverted = /^\s*\p{Lu}[\p{L}'’-]{1,25}, \p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}\.)?(?:[.,]| \(|,? and )/u
const label = /^\s*(?:\[[\w+-]{1,24}\]|\(?\d{1,4}[.)]?)\s/
/** A capital, also behind a label, a particle ("van der Boer") or a quotation mark. */
const opening =
  /^\s*(?:\[[\w+-]{1,24}\]\.?)?[^\p{L}\uE001]{0,12}(?:\p{Ll}{1,4}['’ ]){0,3}[\p{Lu}\p{Lo}\uE001]/u
